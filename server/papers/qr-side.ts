/** Of a QR code on paper, in millimetres: with some 37 modules, 0.4 mm each, which phones read well. */
export const qrSide = 15
