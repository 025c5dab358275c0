import { setImmediate as nextTurn } from "node:timers/promises";
import { expect } from "chai";
import type { GraphQLError } from "graphql";
import type { QueryAnswer, QueryWork, Work } from "../../../src/server/reading/messages.js";
import type { Ended } from "../../../src/server/reading/reader.js";
import { type Asker, ReadingThreads, type Thread } from "../../../src/server/reading/readingThreads.js";

/** A thread that ends its order when the test says so. */
class Puppet implements Thread {
  current: { readonly text: string; readonly end: (ended: Ended) => void } | undefined;
  readonly abandoned: number[] = [];
  isClosed = false;

  constructor(
    readonly ready: () => void,
    readonly gone: (error: Error | undefined) => void,
  ) {}

  work(_id: number, work: Work): Promise<Ended> {
    return new Promise((resolve) => {
      const end = (ended: Ended): void => {
        this.current = undefined;
        resolve(ended);
      };
      this.current = { text: (work as QueryWork).text, end };
    });
  }

  abandon(id: number): void {
    this.abandoned.push(id);
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

const ANSWER: QueryAnswer = { data: "{}", errors: [], reports: [] };
const DEAR = 20_000;
const CHEAP = 10;

describe("the threads that answer questions", () => {
  let puppets: Puppet[];
  let threads: ReadingThreads;
  let lost: (Error | undefined)[];

  const open = (count: number): void => {
    puppets = [];
    lost = [];
    const start = (ready: () => void, gone: (error: Error | undefined) => void): Thread => {
      const puppet = new Puppet(ready, gone);
      puppets.push(puppet);
      return puppet;
    };
    threads = new ReadingThreads({ threads: count, maxWorkMs: 100, start, onLost: (error) => lost.push(error) });
    puppets.forEach(({ ready }) => ready());
  };
  afterEach(() => threads.close());

  const asker = (name: string): Asker => ({ name, isAnonymous: name.startsWith("nobody") });
  const ask = (name: string, text: string, cost = DEAR, gone = new AbortController()): Promise<QueryAnswer> => {
    const work = {
      kind: "query",
      text,
      operationName: null,
      variables: {},
      principal: undefined,
      now: "2019-09-10T03:00:00.000Z",
    } as const;
    const answer = threads.query(work, cost, asker(name), gone.signal);
    answer.catch(() => undefined);
    return answer;
  };
  const texts = (): (string | undefined)[] => puppets.map(({ current }) => current?.text);
  const end = async (text: string, tookMs: number): Promise<void> => {
    const puppet = puppets.find(({ current }) => current?.text === text);
    puppet!.current!.end({ how: "answered", answer: ANSWER, tookMs });
    await nextTurn();
  };
  const codeOf = (answer: Promise<QueryAnswer>): Promise<unknown> =>
    answer.then(
      () => undefined,
      (error: GraphQLError) => error.extensions["code"],
    );

  it("are kept for several callers: whoever asks for much has one at most, and the last is for what is quick", async () => {
    open(2);
    void ask("a", "dear 1");
    void ask("a", "dear 2");
    void ask("b", "dear 3");
    expect(texts().filter((text) => text !== undefined)).to.deep.equal(["dear 1"]);
    const quick = ask("c", "quick", CHEAP);
    expect(texts()).to.include("quick");
    await end("quick", 1);
    expect(await quick).to.deep.equal(ANSWER);
  });

  it("serve next who has had least of them", async () => {
    open(2);
    void ask("greedy", "g1");
    await end("g1", 900);
    void ask("greedy", "g2");
    void ask("greedy", "g3");
    void ask("modest", "m1");
    await end("g2", 900);
    expect(texts()).to.include("m1");
    expect(texts()).not.to.include("g3");
    await end("m1", 5);
    expect(texts()).to.include("g3");
  });

  it("learn what takes long, whatever it was said to cost, and forget it slowly", async () => {
    open(2);
    void ask("a", "sly", CHEAP);
    await end("sly", 500);
    void ask("b", "dear");
    void ask("c", "sly", CHEAP);
    expect(texts(), "waits for the thread that long work may have").not.to.include("sly");
    await end("dear", 1);
    expect(texts()).to.include("sly");
    await end("sly", 1);
    void ask("d", "dear 2");
    void ask("c", "sly", CHEAP);
    expect(texts()).not.to.include("sly");
  });

  it("do not believe a caller whose questions are each quick, but many", async () => {
    open(2);
    for (let nth = 0; nth < 300; nth++) {
      void ask("a", `q${nth}`, CHEAP);
      await end(`q${nth}`, 9);
    }
    void ask("b", "dear");
    void ask("a", "one more", CHEAP);
    expect(texts()).not.to.include("one more");
    void ask("c", "quick", CHEAP);
    expect(texts()).to.include("quick");
  });

  it("answer what is known to be quick beside long work, whoever asks", async () => {
    open(2);
    void ask("a", "quick", CHEAP);
    await end("quick", 1);
    void ask("a", "dear 1");
    await end("dear 1", 3_000);
    void ask("b", "dear 2");
    void ask("a", "quick", CHEAP);
    expect(texts()).to.include("quick");
  });

  it("believe that what is quick mostly is so again, of who asks for little: a machine that was busy once delays nobody", async () => {
    open(2);
    for (let nth = 0; nth < 3; nth++) {
      void ask("a", "quick", CHEAP);
      await end("quick", 1);
    }
    void ask("a", "quick", CHEAP);
    await end("quick", 300);
    void ask("b", "dear");
    void ask("a", "quick", CHEAP);
    expect(texts()).to.include("quick");
    await end("quick", 300);
    void ask("a", "quick", CHEAP);
    expect(texts(), "twice of four times").not.to.include("quick");
  });

  it("are never all had by those who show no token", async () => {
    open(3);
    void ask("nobody 1", "n1");
    void ask("nobody 2", "n2");
    void ask("nobody 3", "n3", CHEAP);
    expect(texts()).to.have.members(["n1", "n2", undefined]);
    void ask("somebody", "s", CHEAP);
    expect(texts()).to.have.members(["n1", "n2", "s"]);
  });

  it("work no more for who has hung up, and never begin for who has before", async () => {
    open(2);
    const [first, second] = [new AbortController(), new AbortController()];
    void ask("a", "running", DEAR, first);
    void ask("a", "waiting", DEAR, second);
    second.abort();
    first.abort();
    expect(puppets.flatMap(({ abandoned }) => abandoned)).to.have.length(1);
    await end("running", 1);
    expect(texts()).to.deep.equal([undefined, undefined]);
    expect(threads.counts).to.deep.equal({ waiting: 0, working: 0, lost: 0 });
  });

  it("refuse a caller who has too many questions waiting, and others are served", async () => {
    open(2);
    const many = Array.from({ length: 202 }, (_, nth) => ask("a", `a${nth}`));
    expect(await codeOf(many[201]!)).to.equal("LEDGER_UNAVAILABLE");
    void ask("b", "quick", CHEAP);
    expect(texts()).to.include("quick");
  });

  it("are started again when they end, and who waited for one is told to ask again", async () => {
    open(2);
    const interrupted = ask("a", "a");
    const puppet = puppets.find(({ current }) => current?.text === "a")!;
    puppet.current!.end({ how: "died", tookMs: 3 });
    puppet.gone(new Error("out of memory"));
    expect(await codeOf(interrupted)).to.equal("LEDGER_UNAVAILABLE");
    expect(lost.map((error) => error?.message)).to.deep.equal(["out of memory"]);
    await until(() => puppets.length === 3);
    puppets[2]!.ready();
    void ask("b", "b");
    void ask("c", "c", CHEAP);
    expect(texts()).to.include.members(["b", "c"]);
  });

  it("tell who asked for too much so", async () => {
    open(2);
    const endless = ask("a", "endless");
    puppets.find(({ current }) => current)!.current!.end({ how: "overdue", tookMs: 5_100 });
    expect(await codeOf(endless)).to.equal("COST_LIMIT_EXCEEDED");
  });

  it("tell those who wait when they are stopped", async () => {
    open(1);
    void ask("a", "running");
    const waiting = ask("a", "waiting");
    await threads.close();
    expect(await codeOf(waiting)).to.equal("LEDGER_UNAVAILABLE");
    expect(await codeOf(ask("a", "late"))).to.equal("LEDGER_UNAVAILABLE");
    expect(puppets.every(({ isClosed }) => isClosed)).to.equal(true);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error("It does not come to it.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
