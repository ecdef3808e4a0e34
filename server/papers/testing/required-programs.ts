import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** REQUIRE, with commas: programs that must be here, so that no test is left out for want of them. */
    required: string
  }
}

/** Did whoever runs the tests say that this program is here? */
export function isRequired(program: string): boolean {
  return inject('required').split(',').includes(program)
}
