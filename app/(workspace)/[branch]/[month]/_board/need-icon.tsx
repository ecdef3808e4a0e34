import {
  BookOpen,
  Briefcase,
  CircleDollarSign,
  Droplet,
  House,
  IdCard,
  type LucideIcon,
  Smartphone,
  Sprout,
  Wrench,
} from 'lucide-react'
import type { SupportNeed } from '#domain/vocabulary.ts'

const icons: Readonly<Record<SupportNeed, LucideIcon>> = {
  seedsAndLivestock: Sprout,
  farmingTechnique: Wrench,
  loan: CircleDollarSign,
  work: Briefcase,
  housing: House,
  water: Droplet,
  schooling: BookOpen,
  healthInsurance: IdCard,
  digitalServices: Smartphone,
}

/** A small picture of a support need; its word always stands beside it. */
export function NeedIcon({ need }: { need: SupportNeed }) {
  const Icon = icons[need]
  return <Icon aria-hidden="true" className="size-[15px] flex-none" strokeWidth={1.75} />
}
