'use client'
import { Printer } from 'lucide-react'
import { Button, type ButtonSize } from './button.tsx'

/** Prints the page that is shown. */
export function PrintButton({ label, size = 'md' }: { label: string; size?: ButtonSize }) {
  return (
    <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()} size={size}>
      {label}
    </Button>
  )
}
