import { spawn } from 'node:child_process'

/**
 * Runs one step, saying what it is and, every ten seconds, that it still goes on. What the program prints is
 * shown only when it fails; then the process ends with 1.
 */
export async function runStep(root, name, english, [file, args]) {
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  process.stdout.write(`${name} (${english})…\n`)
  const pulse = setInterval(() => process.stdout.write(`  … ${seconds()} s\n`), 10_000)
  const { code, output } = await run(root, file, args)
  clearInterval(pulse)
  if (code === 0) {
    process.stdout.write(`  xong (done), ${seconds()} s\n`)
    return
  }
  if (/ENOSPC|No space left|EDQUOT/.test(output)) {
    process.stderr.write(
      'Ổ đĩa đã đầy. Hãy dọn chỗ trống rồi thử lại.\nThe disk is full. Make room and try again.\n',
    )
  } else {
    process.stderr.write(`${output}\n${name} không xong. (${english} failed.)\n`)
  }
  process.exit(1)
}

function run(root, file, args) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        npm_config_loglevel: 'error',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
