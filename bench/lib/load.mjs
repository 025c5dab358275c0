import autocannon from "autocannon";

/**
 * Sends so many GraphQL requests, `inFlight` at a time; every answer is looked at, and one that is not as wished ends
 * the run. @returns requests per second and the latencies in milliseconds.
 */
export async function load({ url, token, inFlight, amount, next, expect }) {
  const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  let wrong;
  const latenciesMs = [];
  const started = process.hrtime.bigint();
  let endedAt = started;
  const instance = autocannon({
    url: `${url}/graphql`,
    method: "POST",
    headers,
    connections: inFlight,
    amount,
    requests: [
      {
        setupRequest: (request) => ({ ...request, body: JSON.stringify(next()) }),
        onResponse: (status, body) => {
          if (status === 200 && expect(body)) return;
          wrong ??= `${status}: ${body.slice(0, 400)}`;
        },
      },
    ],
  });
  instance.on("response", (_client, _status, _bytes, ms) => {
    latenciesMs.push(ms);
    endedAt = process.hrtime.bigint();
  });
  const result = await instance;
  if (wrong || result.errors > 0 || latenciesMs.length < amount) {
    throw new Error(wrong ?? `${result.errors} connections failed; ${latenciesMs.length} of ${amount} answered`);
  }
  return { perSecond: (amount * 1e9) / Number(endedAt - started), latenciesMs };
}

/** One request, for what must be learnt before measuring. */
export async function ask({ url, token }, query, variables = {}) {
  const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const answer = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Ready: the read model has caught up with the log. */
export async function untilReady({ url }, patienceMs = 1_800_000) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const { status } = await fetch(`${url}/health/ready`);
    if (status === 200) return;
    if (Date.now() > deadline) throw new Error("The server does not become ready.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
