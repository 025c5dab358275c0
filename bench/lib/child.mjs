import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { BENCH } from "./product.mjs";

/** What is measured runs in a process of its own, so that the one that measures does not disturb it. */
export class Child {
  static running = new Set();

  /** For the end of a run that failed half-way. */
  static endAll() {
    for (const child of Child.running) child.kill("SIGKILL");
  }

  /** @param script a file of bench/; it says `{ ready: … }` once, and answers every question it is sent */
  static async start(script, options, { execArgv = [], env = {} } = {}) {
    const profile = process.env.BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
    const child = fork(join(BENCH, script), [JSON.stringify(options)], {
      execArgv: [...profile, ...execArgv],
      env: { ...process.env, NODE_ENV: "production", ...env },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const started = new Child(child);
    started.ready = await started.answer();
    return started;
  }

  constructor(child) {
    this.child = child;
    Child.running.add(child);
    child.once("exit", () => Child.running.delete(child));
    this.gone = once(child, "exit").then(([code]) => [{ failed: `the child process ended with code ${code}` }]);
  }

  async ask(question) {
    this.child.send(question);
    return this.answer();
  }

  /** A measured round, with the processor time that this process took for it, of all its threads. */
  async timed(run) {
    const before = await this.ask({ cpu: true });
    const result = await run();
    return { ...result, cpuMs: (await this.ask({ cpu: true })) - before };
  }

  async answer() {
    const [message] = await Promise.race([once(this.child, "message"), this.gone]);
    if (message.failed) throw new Error(message.failed);
    return message.answer;
  }

  async stop() {
    this.child.send({ stop: true });
    await this.gone;
  }
}

/** The child's end: starts, says so, and answers until it is told to stop. */
export async function serve(start) {
  const say = (answer) => process.send({ answer });
  try {
    const { ready, answer, stop } = await start(JSON.parse(process.argv[2]));
    process.on("message", async (question) => {
      try {
        if (question.cpu) return say(cpuMs());
        if (!question.stop) return say(await answer(question));
        await stop();
        process.disconnect();
      } catch (error) {
        process.send({ failed: String(error?.stack ?? error) });
      }
    });
    say(ready);
  } catch (error) {
    process.send({ failed: String(error?.stack ?? error) });
    process.disconnect();
  }
}

function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
