/** A QR code as one SVG path in a square of `size` modules. */
export interface QrPicture {
  size: number
  path: string
}
