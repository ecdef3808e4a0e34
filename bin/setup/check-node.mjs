/** Ends the process with one sentence when this Node is too old to run any of the rest. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(
    `Cần Node.js 20.19 trở lên, nên dùng 24 LTS; máy này có ${process.versions.node}.\n` +
      `Node.js 20.19 or newer is needed, better 24 LTS; this machine has ${process.versions.node}.\n`,
  )
  process.exit(1)
}
