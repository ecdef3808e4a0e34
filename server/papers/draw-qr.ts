import { create } from 'qrcode'
import type { QrPicture } from '#domain/papers/qr-picture.ts'

/** With correction M, by which a code can be read with about 15 % of it spoilt (ISO/IEC 18004). */
export function drawQr(text: string): QrPicture {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  }
  return { size: modules.size, path }
}
