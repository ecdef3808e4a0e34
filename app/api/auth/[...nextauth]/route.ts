import { handleAuthRequest } from '#server/data/sign-in.ts'

export { handleAuthRequest as GET, handleAuthRequest as POST }
