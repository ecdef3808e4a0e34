// Server actions as anybody can call them by hand: the build's own list says how they are addressed.
import { readFile } from 'node:fs/promises'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { z } from 'zod'

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
})

export interface ServerAction {
  readonly name: string
  readonly id: string
  /** A page that knows the action, as its folder is called. */
  readonly page: string
}

export async function readServerActions(): Promise<ServerAction[]> {
  const text = await readFile('.next/server/server-reference-manifest.json', 'utf8')
  return Object.entries(manifest.parse(JSON.parse(text)).node).map(([id, action]) => ({
    id,
    name: action.exportedName,
    page: (Object.keys(action.workers)[0] ?? '')
      .replace(/^app\//, '/')
      .replace(/\/\([^)]*\)/g, '')
      .replace(/(.)\/page$|page$/, '$1'),
  }))
}

/** Calls an action with these arguments; an argument that is `'form'` is sent as a form with these fields. */
export function callAction(
  request: APIRequestContext,
  { id, page }: ServerAction,
  args: readonly unknown[],
): Promise<APIResponse> {
  const headers = { 'next-action': id, accept: 'text/x-component' }
  const data = JSON.stringify(args.map((arg) => (arg === 'form' ? '$K1' : arg)))
  return args.includes('form')
    ? request.post(page, { headers, multipart: { '1_nothing': '', '0': data }, maxRedirects: 0 })
    : request.post(page, {
        headers: { ...headers, 'content-type': 'text/plain;charset=UTF-8' },
        data,
        maxRedirects: 0,
      })
}
