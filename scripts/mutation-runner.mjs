/**
 * How do the engine's tests meet its mutants fast? A test runner for Stryker that stays in one process.
 *
 * A runner made for people begins every run with new threads, modules and code that is not compiled yet. Here the engine
 * is loaded once and stays warm. For each mutant only the test files that can notice it are loaded anew, so that nothing
 * they keep is left from the mutant before; only where a mutant is met while the engine is loaded, all is. The quickest
 * test comes first, and the first that fails is the last. Tests use `describe`, `it` and `expect`, and return nothing.
 *
 * A mutant meets the tests of its folder and those of the engine as a whole. CAUSEWAY_MUTANTS_MEET is a pattern for the test
 * files that mutants meet at all, where not all are worth the wait, CAUSEWAY_RUNS how many instances of each law. Fewer tests
 * notice fewer mutants: a score measured so is never too high.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { format } from 'node:util';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { createServer, createServerModuleRunner } from 'vite';
import { expect } from 'vitest';

/** Few instances of each law. */
process.env.CAUSEWAY_RUNS ??= '30';
// The same ones every time, so that a mutant's fate does not change; and what fails is not made smaller first.
fc.configureGlobal({ seed: 20_261_123, endOnFailure: true });

/** As Stryker names them (@stryker-mutator/api/test-runner). */
const PASSED = 0;
const FAILED = 1;
/** Milliseconds that a test may take with a mutant, beside four times what it takes without. */
const PATIENCE = 5000;

const TEST = /\.(test|property)\.ts$/;
const NOT_ENGINE = /\.(test|property|exhaustive)\.ts$/;
/** What this has read once it keeps for as long as it is loaded. */
const KEEPS = /\/model\/version\.ts$/;
const MEETS = new RegExp(process.env.CAUSEWAY_MUTANTS_MEET ?? '');
/** In the sandbox: by test id, milliseconds of running it and of loading its file. */
const COSTS = 'mutation-costs.json';

function findFiles(isWanted) {
  return readdirSync('src/engine', { recursive: true })
    .filter((path) => path.endsWith('.ts') && isWanted(path))
    .map((path) => join('src/engine', path))
    .sort();
}

/** What `describe` and `it` make known while a test file is loaded. */
class Collector {
  tests = [];
  titles = [];

  begin(file) {
    this.file = file;
    this.tests = [];
    this.titles = [];
  }

  api() {
    const describe = (title, body) => {
      this.titles.push(title);
      body();
      this.titles.pop();
    };
    const it = (title, body) => {
      const name = [...this.titles, title].join(' › ');
      // Titles of a table may be alike.
      const id = `${this.file}#${name}#${this.tests.length}`;
      this.tests.push({ id, name, body });
    };
    const each = (make) => (rows) => (title, body) => {
      for (const row of rows) {
        const values = Array.isArray(row) ? row : [row];
        make(format(title, ...values), () => body(...values));
      }
    };
    describe.each = each(describe);
    it.each = each(it);
    return { describe, it, expect };
  }
}

const collector = new Collector();
globalThis.causewayTests = collector.api();
globalThis.__stryker__ ??= {};

const vitestStandIn = {
  name: 'vitest-stand-in',
  enforce: 'pre',
  resolveId: (id) => (id === 'vitest' ? '\0vitest' : undefined),
  load: (id) =>
    id === '\0vitest' ? 'export const { describe, it, expect } = globalThis.causewayTests;' : undefined,
};

function fileOf(id) {
  return id.split('#')[0];
}

/** Whether a test is of the mutant's folder, or of the engine as a whole; the model's schemas are what parsers ask for. */
function isNear(id, mutated) {
  const [of, folder] = [dirname(fileOf(id)), relative(process.cwd(), dirname(mutated))];
  const isOfParser = of === 'src/engine/parsing' && folder === 'src/engine/model';
  return of === 'src/engine' || of === folder || isOfParser;
}

/** The result of a test, as Stryker wants it; `isOutOfTime` where it took longer than so many milliseconds. */
function run({ id, name, body }, patience) {
  const start = performance.now();
  const took = () => ({ id, name, timeSpentMs: performance.now() - start });
  globalThis.causewayTest = body;
  try {
    const returned = runInThisContext('globalThis.causewayTest()', { timeout: Math.ceil(patience) });
    if (typeof returned?.then === 'function') throw new TypeError('tests that mutants meet are synchronous');
    return { ...took(), status: PASSED };
  } catch (error) {
    const isOutOfTime = error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    return { ...took(), status: FAILED, failureMessage: String(error?.message ?? error), isOutOfTime };
  }
}

function killed({ id, failureMessage }, nrOfTests) {
  return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
}

/** Instrumented code counts how often it comes by each mutant, which is of use only in the run without one. */
const countless = {
  name: 'countless',
  isOn: false,
  transform(code) {
    return countless.isOn ? code.replace(/function stryCov_\w+\(\) \{/, '$& return;') : undefined;
  },
};

class OneProcessRunner {
  /** What instrumented code reads and writes. */
  stryker = globalThis.__stryker__;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.server = await createServer({
      configFile: false,
      logLevel: 'error',
      appType: 'custom',
      server: { middlewareMode: true, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true, include: [] },
      plugins: [vitestStandIn, countless],
      ssr: { noExternal: ['vitest'] },
    });
    this.modules = createServerModuleRunner(this.server.environments.ssr, { hmr: false });
  }

  async dispose() {
    await this.modules?.close();
    await this.server?.close();
  }

  async import(file) {
    await this.modules.import(join(process.cwd(), file));
  }

  async loadEngine() {
    for (const file of findFiles((path) => !NOT_ENGINE.test(path))) await this.import(file);
  }

  /** The tests of a file, loaded with whatever it imports that is not there. */
  async load(file) {
    collector.begin(file);
    await this.import(file);
    return collector.tests;
  }

  /** Test files are loaded anew when they are next imported; or all of ours. */
  forget(isAll) {
    const { evaluatedModules } = this.modules;
    for (const module of [...evaluatedModules.idToModuleMap.values()]) {
      if (module.file.includes('/src/') && (isAll || TEST.test(module.file)))
        evaluatedModules.invalidateModule(module);
    }
  }

  async stopCounting() {
    countless.isOn = true;
    this.server.environments.ssr.moduleGraph.invalidateAll();
    this.forget(true);
  }

  async dryRun() {
    const { stryker } = this;
    const tests = [];
    const costs = {};
    // What is met while no test is named is static.
    await this.loadEngine();
    for (const file of findFiles((path) => TEST.test(path) && MEETS.test(path))) {
      this.forget(false);
      stryker.currentTestId = file;
      const start = performance.now();
      const found = await this.load(file);
      const loading = performance.now() - start;
      const metByLoading = stryker.mutantCoverage?.perTest[file] ?? {};
      if (stryker.mutantCoverage !== undefined) delete stryker.mutantCoverage.perTest[file];
      for (const test of found) {
        stryker.currentTestId = test.id;
        const result = run(test, 600_000);
        tests.push(result);
        costs[test.id] = { running: result.timeSpentMs, loading };
        if (stryker.mutantCoverage === undefined) continue;
        stryker.mutantCoverage.perTest[test.id] ??= {};
        const met = stryker.mutantCoverage.perTest[test.id];
        for (const [mutant, hits] of Object.entries(metByLoading)) met[mutant] = (met[mutant] ?? 0) + hits;
      }
    }
    stryker.currentTestId = undefined;
    // Mutants are met in other processes as well.
    writeFileSync(COSTS, JSON.stringify(costs));
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, sandboxFileName, testFilter }) {
    const { stryker } = this;
    if (this.costs === undefined) {
      this.costs = JSON.parse(readFileSync(COSTS, 'utf8'));
      await this.stopCounting();
    }
    const isStatic = mutantActivation === 'static' || KEEPS.test(sandboxFileName);
    // What a file's tests share is made by the first of them that asks for it, and met by the others all the same.
    const all = Object.keys(this.costs);
    const files = new Set((testFilter ?? all).map(fileOf));
    const costOf = (id) => this.costs[id].running + this.costs[id].loading;
    const ids = all
      .filter((id) => files.has(fileOf(id)) && isNear(id, sandboxFileName))
      .toSorted((a, b) => costOf(a) - costOf(b));
    this.forget(isStatic || this.wasStatic);
    this.wasStatic = isStatic;
    // A mutant that is not static is not met by loading the engine, but by all that follows.
    if (!isStatic) await this.loadEngine();
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const loaded = new Map();
    let count = 0;
    try {
      for (const id of ids) {
        const file = fileOf(id);
        if (!loaded.has(file)) loaded.set(file, await this.load(file));
        count += 1;
        const test = loaded.get(file).find((other) => other.id === id);
        const result =
          test === undefined
            ? { id, status: FAILED, failureMessage: 'is not there' }
            : run(test, PATIENCE + 4 * this.costs[id].running);
        if (stryker.hitCount > hitLimit || result.isOutOfTime)
          return { status: 'timeout', reason: result.failureMessage ?? 'hit limit' };
        if (result.status === FAILED) return killed(result, count);
      }
    } catch (error) {
      if (stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit while loading' };
      return killed({ id: ids[count] ?? '', failureMessage: `while loading: ${error}` }, count + 1);
    } finally {
      stryker.activeMutant = undefined;
    }
    return { status: 'survived', nrOfTests: count };
  }
}

/** As `declareFactoryPlugin` makes them (@stryker-mutator/api/plugin). */
export const strykerPlugins = [
  { kind: 'TestRunner', name: 'one-process', factory: () => new OneProcessRunner() },
];
