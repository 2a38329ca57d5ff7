/**
 * Commands that only pretend, for runbooks to be run with: each records its call, fails where it is told to, and changes a
 * small world in which a server has a version.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What every stand-in begins with: records the call as name, number of arguments and arguments, each ended by a zero byte. */
const RECORD = `#!/bin/sh
name=\${0##*/}
printf '%s\\0' "$name" "$#" "$@" >> "$WORLD/calls"
if [ -f "$WORLD/fail" ]; then
  told=$(cat "$WORLD/fail")
  case "$name $*" in
    *"$told"*) echo "$name: told to fail" >&2; exit 3 ;;
  esac
fi
version_in() {
  for argument in "$@"; do
    case $argument in
      *server-image=hashicorp/waypoint:* | server=hashicorp/waypoint:*) printf '%s' "\${argument##*:}" ;;
      server.image.tag=*) printf '%s' "\${argument#*=}" ;;
    esac
  done
}
become() {
  if [ -n "$1" ] && [ ! -f "$WORLD/stuck" ]; then
    cat "$WORLD/server" >> "$WORLD/history"
    echo >> "$WORLD/history"
    printf '%s' "$1" > "$WORLD/server"
  fi
}
`;

const WAYPOINT = `
case "$1 \${2:-}" in
  'version ')
    echo "CLI: v\${CLI_VERSION:-0.7.2} (136a885b9)"
    if [ -s "$WORLD/server" ]; then echo "Server: v$(cat "$WORLD/server")"; fi
    ;;
  'context verify') echo '✓ Context "install-1676500000" connected successfully.' ;;
  'server snapshot') if [ ! -f "$WORLD/empty" ]; then gzip -c < "$WORLD/server"; fi ;;
  'server upgrade') become "$(version_in "$@")"; echo 'Server upgrade for platform complete!' ;;
  'server uninstall') : > "$WORLD/server" ;;
  'install '*) become "$(version_in "$@")" ;;
  'server restore') gzip -dc "$3" > "$WORLD/restored"; echo "Server data restored from '$3'." ;;
esac
`;

const STAND_INS: Readonly<Record<string, string>> = {
  waypoint: WAYPOINT,
  kubectl: `
case "$*" in
  *'get statefulset'*) printf 'docker.io/hashicorp/waypoint:%s' "$(cat "$WORLD/server")" ;;
  *'set image statefulset/waypoint-server'*) become "$(version_in "$@")" ;;
esac
`,
  helm: `
case $1 in
  upgrade) become "$(version_in "$@")" ;;
  rollback)
    printf '%s' "$(tail -n 1 "$WORLD/history")" > "$WORLD/server"
    sed '$d' "$WORLD/history" > "$WORLD/older"
    mv "$WORLD/older" "$WORLD/history"
    ;;
  get) echo 'server: {}' ;;
esac
`,
  docker: `
case $1 in
  run) for last in "$@"; do :; done; become "\${last#example/server:}" ;;
esac
`,
  nomad: '',
  consul: '',
  aws: '',
  sudo: '',
  curl: '',
  unzip: `
mkdir -p "$4"
version=\${4#waypoint-}
printf '#!/bin/sh\\nCLI_VERSION=%s exec "$WORLD/bin/waypoint" "$@"\\n' "$version" > "$4/waypoint"
chmod +x "$4/waypoint"
`,
  example: `
case "$1 \${2:-}" in
  'version ') echo "server $(cat "$WORLD/server")" ;;
  'server snapshot') cat "$WORLD/server" ;;
esac
`,
};

/** What a runbook ends with while it waits: a question, a blank, and no line break. */
const QUESTION = /^(.*, (?:done )?or stop[?.]| {2}[\w.-]+(?: \(Enter: .*\))?:) $/;

/** More are a question that is asked again and again. */
const MOST_QUESTIONS = 1000;

export type Call = readonly string[];

export interface Ran {
  /** Exit status; negative where a signal ended it. */
  readonly status: number;
  readonly output: string;
}

/** What a person answers to a question, which is given with all that was printed before it. */
export type Answer = (question: string, output: string) => string;

/** Says yes to everything, and enters `a-<name>` for a value that is asked for. */
export function agree(question: string): string {
  const words = /(yes|run|destroy), done or stop\?/.exec(question);
  if (words?.[1] !== undefined) return words[1];
  const value = /^ {2}([\w.-]+).*:$/.exec(question);
  if (value !== null) return `a-${value[1]}`;
  return /Type (yes|done|onward)/.exec(question)?.[1] ?? 'stop';
}

export class StandInWorld {
  readonly folder = mkdtempSync(join(tmpdir(), 'causeway-runbook-'));

  constructor(server: string) {
    mkdirSync(join(this.folder, 'bin'));
    mkdirSync(join(this.work, 'a-config-path/context'), { recursive: true });
    writeFileSync(join(this.work, 'a-config-path/context/a-old-context.hcl'), 'token');
    for (const [name, body] of Object.entries(STAND_INS)) {
      writeFileSync(join(this.folder, 'bin', name), RECORD + body);
      chmodSync(join(this.folder, 'bin', name), 0o755);
    }
    this.write('server', server);
  }

  /** The directory that runbooks are run in. */
  get work(): string {
    return join(this.folder, 'work');
  }

  get server(): string {
    return readFileSync(join(this.folder, 'server'), 'utf8');
  }

  /** `fail` holds a part of the calls that fail; `stuck` keeps the server at its version, `empty` makes snapshots empty. */
  write(file: 'server' | 'fail' | 'stuck' | 'empty', text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  remove(file: 'fail' | 'stuck' | 'empty'): void {
    rmSync(join(this.folder, file));
  }

  /** In the directory that runbooks are run in. */
  makeFolder(name: string): void {
    mkdirSync(join(this.work, name));
  }

  /** Calls so far, each as the name of the command and its arguments. */
  calls(): Call[] {
    const file = join(this.folder, 'calls');
    if (!existsSync(file)) return [];
    const parts = readFileSync(file, 'utf8').split('\0');
    const calls: Call[] = [];
    for (let at = 0; at < parts.length - 1; ) {
      const count = Number(parts[at + 1]);
      calls.push([parts[at] ?? '', ...parts.slice(at + 2, at + 2 + count)]);
      at += 2 + count;
    }
    return calls;
  }

  forgetCalls(): void {
    rmSync(join(this.folder, 'calls'), { force: true });
  }

  /** Begins to run a script; `answer` is undefined where nobody is there. */
  start(shell: string, script: string, args: readonly string[]): ChildProcess {
    const file = join(this.folder, 'runbook.sh');
    writeFileSync(file, script);
    const { HOME = '/', PATH = '' } = process.env;
    return spawn(shell, [file, ...args], {
      cwd: this.work,
      env: { HOME, WORLD: this.folder, PATH: `${join(this.folder, 'bin')}:${PATH}` },
    });
  }

  run(shell: string, script: string, args: readonly string[] = [], answer?: Answer): Promise<Ran> {
    const child = this.start(shell, script, args);
    let output = '';
    let asked = 0;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const question = QUESTION.exec(output.slice(output.lastIndexOf('\n') + 1))?.[1];
      if (answer !== undefined && question !== undefined) {
        asked += 1;
        if (asked > MOST_QUESTIONS) child.kill('SIGKILL');
        child.stdin?.write(`${answer(question, output)}\n`);
        output += '\n';
      }
    });
    if (answer === undefined) child.stdin?.end();
    child.stdin?.on('error', () => {});
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ status: status ?? -1, output }));
    });
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
