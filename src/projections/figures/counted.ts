import type { DomainEvent } from "../../domain/kernel/decider.js";
import { isNone, NONE, type None } from "../../domain/kernel/history.js";
import type { LedgerEvent } from "../../eventstore/codec.js";
import type { Follower } from "../table/recordPart.js";
import type { Version } from "../table/recordTable.js";
import type { Tally } from "./measures.js";
import { figuresDdl } from "./tables.js";
import { type Told, TallyWriter } from "./writer.js";

/** Keeps what records count for whose state is all that a tally asks. */
export const counted = <S extends object, E extends LedgerEvent>(tally: Tally<S, E>, history: Told<S>): Follower<S> =>
  countedBy(
    tally,
    ({ state }) => state,
    () => history,
  );

/** As `counted`, of a record whose state does not bear its own id. */
export const countedAsVersion = <S extends object, E extends LedgerEvent>(
  tally: Tally<Version<S>, E>,
  history: Told<S>,
): Follower<S> =>
  countedBy(
    tally,
    (version) => version,
    (version) => toldOf(version, history),
  );

const countedBy = <S, Asked extends object, E extends LedgerEvent>(
  tally: Tally<Asked, E>,
  askedOf: (version: Version<S>) => Asked,
  historyOf: (version: Version<S>) => Told<Asked>,
): Follower<S> => ({
  ddl: figuresDdl(tally),
  open({ db }) {
    const figures = new TallyWriter(db, tally);
    return {
      // A record is changed by events of its own alone.
      changed({ event, before, after }) {
        if (event.story) figures.retold(event as E, event.story as readonly E[], historyOf(after));
        else figures.changed(event as E, before && askedOf(before), askedOf(after));
      },
    };
  },
});

/** How the versions of one record grow. */
const toldOf = <S extends object>(version: Version<S>, { evolve, standing }: Told<S>): Told<Version<S>> => ({
  standing,
  evolve(before: Version<S> | None, event: DomainEvent) {
    const state = evolve("state" in before ? before.state : NONE, event);
    return isNone(state) ? NONE : { ...version, state };
  },
});
