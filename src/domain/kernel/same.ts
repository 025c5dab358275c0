/** Whether two pieces of data say the same, in whatever order their fields stand: a log keeps them in an order of its own. */
export const sameData = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other);

const inOrder = (data: unknown): string =>
  JSON.stringify(data, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
