/** The height of a line in Tinos and Times New Roman, of which programs count multiples, in sizes of the letters. */
export const naturalLine = 1.149
