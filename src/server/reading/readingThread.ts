import { parentPort, workerData } from "node:worker_threads";
import { execute, type GraphQLFormattedError, type GraphQLSchema, isObjectType } from "graphql";
import type { LedgerContext } from "../../graphql/shared/context.js";
import { buildLedgerSchema } from "../../graphql/schema.js";
import { openBeside } from "../../ledger.js";
import { FIGURE_BOOKS } from "../../projections/readModel/figureBooks.js";
import { areErrors, Checker, MAX_ERRORS } from "../checker.js";
import { ErrorFormatter, tellable } from "../errors.js";
import { Budget, tooLong } from "./budget.js";
import type {
  Answered,
  FigureWork,
  FromThread,
  Order,
  QueryAnswer,
  QueryWork,
  Reported,
  ThreadSetup,
  ToThread,
  Work,
} from "./messages.js";
import { ToldProgress } from "./toldProgress.js";

/**
 * A thread in which questions are answered, one at a time, so that the main thread, which takes requests in and writes,
 * never waits for one. It sees the ledger through its own connections.
 */

const { source, mode, limits, abandoned } = workerData as ThreadSetup;
const port = parentPort!;
const say = (message: FromThread): void => port.postMessage(message);

const progress = new ToldProgress((call, position, timeoutMs) => say({ reach: { call, position, timeoutMs } }));
const onDamage = (code: string): void => say({ damaged: code });
const ledger = await openBeside(source, progress, onDamage);
/** The gate lets queries alone through to here. */
const bus: LedgerContext["bus"] = {
  run: () => Promise.reject(new Error("Nothing is written from a thread that reads.")),
};
const schema = withBudget(await buildLedgerSchema());
const abandonedNow = new Int32Array(abandoned);
const checker = new Checker(schema, limits);

/** Of the order that is worked on. */
let budget: Budget | undefined;

port.on("message", (message: ToThread) => {
  if ("order" in message) return void carryOut(message.order);
  const { call, isReached, position } = message.reached;
  progress.position = position;
  progress.answer(call, isReached);
});
say({ ready: true });

async function carryOut({ id, work, position, mostMs }: Order): Promise<void> {
  const startedAt = performance.now();
  const tookMs = (): number => performance.now() - startedAt;
  progress.position = position;
  budget = new Budget(mostMs, () => Atomics.load(abandonedNow, 0) === id);
  try {
    const answer = await answerOf(work, budget, mostMs);
    say({ done: { id, answer, tookMs: tookMs() } });
  } catch (error) {
    say({ failed: { id, error: error instanceof Error ? error : new Error(String(error)), tookMs: tookMs() } });
  }
}

function answerOf(work: Work, within: Budget, mostMs: number): Answered | Promise<Answered> {
  if (work.kind === "query") return answerTo(work, within, mostMs);
  return work.kind === "check" ? faultsOf(work.text) : figuresFor(work);
}

/** What is wrong with a document; nothing is reported of what its writer is told. */
function faultsOf(text: string): readonly GraphQLFormattedError[] {
  const read = checker.read(text);
  const formatter = new ErrorFormatter(mode, () => undefined);
  return areErrors(read) ? read.map((error) => formatter.format(error)) : [];
}

async function answerTo(query: QueryWork, within: Budget, mostMs: number): Promise<QueryAnswer> {
  const reports: Reported[] = [];
  const formatter = new ErrorFormatter(mode, (errorId, error) => reports.push({ errorId, error: tellable(error) }));
  const document = checker.read(query.text);
  if (areErrors(document))
    return { data: undefined, errors: document.map((error) => formatter.format(error)), reports };
  const contextValue: LedgerContext = { ...ledger, bus, principal: query.principal, now: query.now };
  const { data, errors = [] } = await execute({
    schema,
    document,
    operationName: query.operationName,
    variableValues: query.variables,
    contextValue,
    options: { maxCoercionErrors: MAX_ERRORS },
  });
  // What was found until then is not the answer, and its errors, one for each field, are all the same.
  if (within.isSpent) return { data: undefined, errors: [formatter.format(tooLong(mostMs))], reports };
  return {
    data: data === undefined ? undefined : JSON.stringify(data),
    errors: errors.map((error) => formatter.format(error)),
    reports,
  };
}

function figuresFor({ kind, book, question, since, limit, at }: FigureWork): Answered {
  const asked = FIGURE_BOOKS.find(({ name }) => name === book);
  if (!asked) throw new Error(`There is no book of figures named ${book}.`);
  const reader = ledger.reads.figures.of(asked);
  return kind === "lines" ? reader.lines(question, limit, at) : reader.movedAt(question, since, limit, at);
}

/** Before each field that has to be looked up, whether there is still time for it. */
function withBudget(built: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(built.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (parent, args, context, info): unknown => {
        budget?.check();
        return resolve(parent, args, context, info);
      };
    }
  }
  return built;
}
