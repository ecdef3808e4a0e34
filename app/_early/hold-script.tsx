import { headers } from 'next/headers'
import { holdActs } from './hold-acts.ts'

/** The first script of every page, in the page itself: on a weak line others come seconds later. */
export async function HoldScript() {
  const policy = (await headers()).get('content-security-policy')
  return (
    <script
      nonce={policy?.match(/'nonce-([^']+)'/)?.[1]}
      // A browser does not show a page's scripts their nonce.
      suppressHydrationWarning
    >
      {`(${holdActs})()`}
    </script>
  )
}
