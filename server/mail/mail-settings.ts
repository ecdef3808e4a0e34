import { BadSettings, type Env } from '../env.ts'

/** Through which server mail leaves, as whom, and where its links lead. */
export interface MailSettings {
  smtpUrl: string
  from: string
  /** The product's address, without a slash at its end. */
  address: string
}

/** Null when this installation sends no mail. Throws `BadSettings` when only one of the two settings is there. */
export function mailSettings(
  env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>,
  address: string,
): MailSettings | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = env
  if (!smtpUrl && !from) return null
  if (!smtpUrl) throw new BadSettings(['SMTP_URL'])
  if (!from) throw new BadSettings(['MAIL_FROM'])
  return { smtpUrl, from, address: address.replace(/\/+$/, '') }
}
