import { handleAuthRequest } from '#server/data/auth-route.ts'

export { handleAuthRequest as GET, handleAuthRequest as POST }
