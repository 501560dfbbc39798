import type {
  CodeLists,
  DeviceList,
  EntryDetail,
  EntryList,
  Invitation,
  OfficerAdded,
  OfficerList,
  PassageAnswer,
  PassageList,
  Proposal,
  ProposalList,
  Recorded,
  RouteName,
  RulebookDetail,
  RulebookFiles,
  RulebookList,
  SecondAnswer,
  Session,
  Status,
  StayList,
  WatchList,
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
  stays: StayList;
  entries: EntryList;
  entry: EntryDetail;
  officers: OfficerList;
  officerAdd: OfficerAdded;
  officerInvite: Invitation;
  officerRevoke: Recorded;
  passkeyRevoke: Recorded;
  devices: DeviceList;
  deviceRevoke: Recorded;
  watchlist: WatchList;
  watchlistAdd: Recorded;
  watchlistWithdraw: Recorded;
  rulebooks: RulebookList;
  rulebook: RulebookDetail;
  rulebookFiles: RulebookFiles;
  proposals: ProposalList;
  proposalAdd: Recorded;
  proposal: Proposal;
};

export type AnswerOf<R extends RouteName> = R extends keyof Answers ? Answers[R] : unknown;
