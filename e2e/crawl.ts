import type { APIRequestContext } from '@playwright/test'

/** One answer of the server, as it was sent. */
export interface Answer {
  path: string
  status: number
  body: string
}

/** More than one person of the sample commune can reach; a crawl that needs more has run wild. */
const mostPaths = 150

/**
 * Asks for these paths and for every page of ours that an answer links to, as a browser does: the page, and the
 * payload that a click on a link loads instead of it.
 */
export async function crawl(
  request: APIRequestContext,
  start: readonly string[],
): Promise<Answer[]> {
  const answers: Answer[] = []
  const paths = new Set(start)
  // A set hands out what is added to it while it is walked.
  for (const path of paths) {
    const found = await ask(request, path)
    answers.push(...found)
    for (const link of found.flatMap(({ body }) => linksOf(body))) {
      if (paths.size < mostPaths) paths.add(link)
    }
  }
  return answers
}

async function ask(request: APIRequestContext, path: string): Promise<Answer[]> {
  const dresses = path.startsWith('/api/') ? [{}] : [{}, { RSC: '1' }]
  const answers: Answer[] = []
  for (const headers of dresses) {
    const answer = await request.get(path, { headers })
    answers.push({ path, status: answer.status(), body: await answer.text() })
  }
  return answers
}

/** Addresses of our own pages, in HTML and in the payload that React reads. */
function linksOf(body: string): string[] {
  const found = body.matchAll(/href\\?"?[=:]\\?"(\/[^"\\?#]*)/g)
  return [...found]
    .map((match) => match[1] ?? '/')
    .filter((path) => !/^\/(_next\/|\/)|\.\w+$/.test(path))
}
