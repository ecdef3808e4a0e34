// Hocuspocus with its own Database extension, as its documentation sets it up; every limit and delay is its own.
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import pg from 'pg'
import { answerQuestions } from './meter.ts'

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })

const server = new Server({
  address: '127.0.0.1',
  port: 0,
  quiet: true,
  stopOnSignals: false,
  onAuthenticate: async ({ token }) => {
    if (token === '') throw new Error('who are you?')
  },
  extensions: [
    new Database({
      async fetch({ documentName }) {
        const found = await pool.query<{ data: Buffer }>({
          name: 'fetch',
          text: 'select data from hocuspocus where name = $1',
          values: [documentName],
        })
        return found.rows[0]?.data ?? null
      },
      async store({ documentName, state }) {
        await pool.query({
          name: 'store',
          text: `insert into hocuspocus (name, data) values ($1, $2)
                     on conflict (name) do update set data = excluded.data`,
          values: [documentName, state],
        })
      },
    }),
  ],
})
await server.listen()
answerQuestions(server.address.port)
