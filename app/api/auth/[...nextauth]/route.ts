import { handleAuthRequest } from '#server/auth/auth-route.ts'

export { handleAuthRequest as GET, handleAuthRequest as POST }
