import { createRequire } from 'node:module'
import path from 'node:path'

/** Tinos whole, with the measures of Times New Roman and every Vietnamese letter; embedded in part by what a paper says. */
export interface PaperFonts {
  normal: string
  bold: string
  italics: string
  bolditalics: string
}

/** Where the package has them; threads resolve it as the server does. */
export function paperFonts(): PaperFonts {
  const home = path.dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'),
  )
  const file = (name: string) => path.join(home, name, `Tinos_${name}.ttf`)
  return {
    normal: file('400Regular'),
    bold: file('700Bold'),
    italics: file('400Regular_Italic'),
    bolditalics: file('700Bold_Italic'),
  }
}
