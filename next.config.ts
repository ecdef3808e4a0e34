import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The optimiser decodes what strangers send; the product shows no pictures that need it.
  images: { unoptimized: true },
  // One copy of each in the process: two copies of yjs do not know each other's documents.
  serverExternalPackages: ['yjs', 'lib0', 'y-protocols', 'pg', '@prisma/client', '@node-rs/argon2'],
  experimental: { serverActions: { bodySizeLimit: '1mb' }, useTypeScriptCli: true },
  // `npm run check` type-checks the whole house once; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // In development Next itself asks where a page comes from; in production the front filter does.
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  devIndicators: false,
}

export default createNextIntlPlugin('./app/_words/request.ts')(config)
