import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from './migrate.ts'
import { migrationsFolder } from './test-cluster.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { diffSchemas } from './write-migration.ts'

let test: TestDatabase
let folder: string
beforeAll(async () => {
  test = await openTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'banviec-migrations-'))
  await cp(migrationsFolder(), folder, { recursive: true })
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name))
  await writeFile(path.join(folder, name, 'migration.sql'), sql)
}

it('applies nothing to a database that has it all', async () => {
  expect(await migrate(test.url, folder)).toEqual([])
})

it('takes a script with function bodies, whole', async () => {
  await addMigration(
    '9001_function',
    `create table probe (n int);
     create function probe_twice(n int) returns int language plpgsql as $body$
     begin
       insert into probe values (n); -- a semicolon; inside
       return n * 2;
     end;
     $body$;`,
  )
  expect(await migrate(test.url, folder)).toEqual(['9001_function'])
  const { rows } = await test.database.pool.query('select probe_twice(21) as answer')
  expect(rows).toEqual([{ answer: 42 }])
  expect(await migrate(test.url, folder)).toEqual([])
})

it('two servers that start at once apply each migration once', async () => {
  await addMigration('9002_once', 'create table probe_once (n int);')
  const applied = await Promise.all([migrate(test.url, folder), migrate(test.url, folder)])
  expect(applied.flat()).toEqual(['9002_once'])
})

it('leaves nothing of a migration that fails half-way', async () => {
  await addMigration('9003_broken', 'create table probe_half (n int); select no_such_function();')
  await expect(migrate(test.url, folder)).rejects.toThrow(/no_such_function/)
  const { rows } = await test.database.pool.query(`select to_regclass('probe_half') as made`)
  expect(rows).toEqual([{ made: null }])

  await writeFile(
    path.join(folder, '9003_broken/migration.sql'),
    'create table probe_half (n int);',
  )
  expect(await migrate(test.url, folder)).toEqual(['9003_broken'])
})

it('has a migration for every change of the schema', async () => {
  const edited = await readFile(path.join(migrationsFolder(), '../schema.prisma'), 'utf8')
  const migrated = await readFile(path.join(migrationsFolder(), 'migrated.prisma'), 'utf8')
  expect(await diffSchemas(migrated, edited, test.url)).toBe('')
})
