import { ApolloServer, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import fastifyCompress from "@fastify/compress";
import Fastify, { LogController } from "fastify";
import { serve } from "../lib/child.mjs";
import { productOf } from "../lib/product.mjs";

/** The rival: the same Apollo on the same Fastify, a plain schema, and the same visits as plain objects in memory. */

const SCHEMA = `
  scalar LocalDate
  enum VisitStatus { REGISTERED CONFIRMED DECLINED REDIRECTED ARRIVED DOCUMENTS_CHECKED IN_SESSION COMPLETED FOLLOW_UP_OPEN CLOSED NO_SHOW CANCELLED VOIDED }
  type VisitHost { name: String! }
  type VisitVisitor { name: String! agencyName: String! }
  type Visit { id: ID! status: VisitStatus! day: LocalDate! subject: String! hosts: [VisitHost!]! reporters: [VisitVisitor!]! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type VisitConnection { nodes: [Visit!]! pageInfo: PageInfo! }
  type Query { visits(first: Int, after: String): VisitConnection! }
`;

await serve(async ({ dist, folder, count }) => {
  const visits = await visitsOf(dist, folder, count);
  const resolvers = {
    Query: {
      visits: (_, { first = 20, after }) => {
        const start = after ? Number(after) : 0;
        const nodes = visits.slice(start, start + first);
        return { nodes, pageInfo: { hasNextPage: start + first < visits.length, endCursor: String(start + first) } };
      },
    },
  };
  const app = Fastify({ logger: { level: "warn" }, logController: new LogController({ disableRequestLogging: true }) });
  const apollo = new ApolloServer({
    typeDefs: SCHEMA,
    resolvers,
    nodeEnv: "production",
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();
  await app.register(fastifyCompress, { threshold: 1_024, encodings: ["br", "gzip"], globalDecompression: false });
  app.post("/graphql", async ({ method, body, headers }, reply) => {
    const httpGraphQLRequest = { method, body, search: "", headers: new HeaderMap(Object.entries(headers)) };
    const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => ({}) });
    for (const [name, value] of answer.headers) reply.header(name, value);
    return reply.code(answer.status ?? 200).send(answer.body.string);
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return { ready: { url }, answer: async () => ({}), stop: () => app.close() };
});

/** The latest visits, in the order in which the ledger lists them. */
async function visitsOf(dist, folder, count) {
  const product = productOf(dist);
  const { openForReading } = await product.load("projections/readModel/openFile.js");
  const { readModelPath } = await product.load("projections/readModel/readModelFile.js");
  const { OPEN } = await product.load("projections/table/temporal.js");
  const db = openForReading(readModelPath(folder));
  const rows = db
    .prepare(`SELECT * FROM visit WHERE to_position = ${OPEN} ORDER BY sort_at DESC, id DESC LIMIT ?`)
    .all(count);
  db.close();
  return rows.map(({ id, status, day, state_json }) => {
    const { subject, hosts, reporters } = JSON.parse(state_json);
    return {
      id: `Visit:${id}`,
      status,
      day,
      subject,
      hosts: hosts.map(({ name }) => ({ name })),
      reporters: reporters.map(({ name, agencyName }) => ({ name, agencyName })),
    };
  });
}
