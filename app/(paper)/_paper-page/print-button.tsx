'use client'

import { Printer } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'

export function PrintButton({ label }: { label: string }) {
  return (
    <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()} size="sm">
      {label}
    </Button>
  )
}
