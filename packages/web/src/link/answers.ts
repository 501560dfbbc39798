import type {
  CodeLists,
  EntryDetail,
  PassageAnswer,
  PassageList,
  Recorded,
  RouteName,
  SecondAnswer,
  Session,
  Status,
} from "@twinline/api";

/** What each route of the contract answers with; a route that no screen reads yet answers `unknown`. */
export type Answers = {
  status: Status;
  session: Session;
  sessionLink: Session;
  passkeyRegister: Recorded;
  deviceAdd: Recorded;
  passkeySignIn: Session;
  secondOfficer: SecondAnswer;
  codes: CodeLists;
  passage: PassageAnswer;
  passages: PassageList;
  override: PassageAnswer;
  answer: PassageAnswer;
  entry: EntryDetail;
};

export type AnswerOf<R extends RouteName> = R extends keyof Answers ? Answers[R] : unknown;
