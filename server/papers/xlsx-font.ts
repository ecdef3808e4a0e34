/** On every Windows; sheets are read more than printed, so smaller than on paper. */
export const xlsxFont = { name: 'Times New Roman', size: 12 } as const
