import type {
  AtlasAnswer,
  BoardAnswer,
  CapacityAnswer,
  CaptureReport,
  CaseDetail,
  CaseList,
  CodeLists,
  DeviceList,
  EntryDetail,
  EntryList,
  ErasureList,
  HallRun,
  ImpactAnswer,
  ImpactLinesAnswer,
  IndicatorBoard,
  LayoutAnswer,
  LeagueAnswer,
  MatterDetail,
  OfficerAdded,
  OfficerInvited,
  OfficerList,
  OpennessAnswer,
  Pack,
  PassageAnswer,
  PassageList,
  Proposal,
  ProposalFile,
  ProposalLaw,
  ProposalList,
  QueueAnswer,
  QueueDay,
  QueueFairness,
  QueuePlan,
  Recorded,
  ReplayList,
  ReplayReport,
  ReplayRow,
  ReservationAnswer,
  RouteName,
  RulebookDetail,
  RulebookFiles,
  RulebookList,
  RunnerList,
  SaleList,
  SealList,
  SealsPrinted,
  SecondAnswer,
  Session,
  ShiftStatement,
  Status,
  StayList,
  StreamsAnswer,
  VisitorPass,
  WatchList,
  WindowsAnswer,
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
  latePassages: CaptureReport;
  paperPassage: CaptureReport;
  sealPrint: SealsPrinted;
  seals: SealList;
  sealVoid: Recorded;
  pack: Pack;
  reserve: ReservationAnswer;
  tillEvents: CaptureReport;
  sales: SaleList;
  visitorPass: VisitorPass;
  answer: PassageAnswer;
  stays: StayList;
  board: BoardAnswer;
  runners: RunnerList;
  linkNote: Recorded;
  capacity: CapacityAnswer;
  layout: LayoutAnswer;
  queueCount: Recorded;
  hallRun: HallRun;
  hall: HallRun;
  cases: CaseList;
  case: CaseDetail;
  matter: MatterDetail;
  caseOpen: Recorded;
  caseStep: Recorded;
  entries: EntryList;
  entry: EntryDetail;
  officers: OfficerList;
  officerAdd: OfficerAdded;
  officerInvite: OfficerInvited;
  officerRevoke: Recorded;
  passkeyRevoke: Recorded;
  devices: DeviceList;
  deviceRevoke: Recorded;
  queue: QueueDay;
  queueShift: QueuePlan;
  queueClose: QueuePlan;
  queueStatement: ShiftStatement;
  queueStatementTake: QueuePlan;
  queuePeer: Recorded;
  queueBook: QueueAnswer;
  queueChange: QueueAnswer;
  queueArrive: QueueAnswer;
  queueNoShow: QueueAnswer;
  queueCall: QueueAnswer;
  queueFairness: QueueFairness;
  erasureRequests: ErasureList;
  erasureRefuse: Recorded;
  personErase: Recorded;
  watchlist: WatchList;
  watchlistAdd: Recorded;
  watchlistWithdraw: Recorded;
  rulebooks: RulebookList;
  rulebook: RulebookDetail;
  rulebookFiles: RulebookFiles;
  proposals: ProposalList;
  proposalAdd: Recorded;
  proposal: Proposal;
  proposalLaw: ProposalLaw;
  proposalAdopt: Recorded;
  proposalFile: ProposalFile;
  proposalNote: Recorded;
  proposalVote: Recorded;
  proposalStage: Recorded;
  openness: OpennessAnswer;
  indicators: IndicatorBoard;
  league: LeagueAnswer;
  streams: StreamsAnswer;
  windows: WindowsAnswer;
  atlas: AtlasAnswer;
  impact: ImpactAnswer;
  impactLines: ImpactLinesAnswer;
  replays: ReplayList;
  replayAdd: ReplayRow;
  replay: ReplayRow;
  replayReport: ReplayReport;
  replayCancel: ReplayRow;
};

export type AnswerOf<R extends RouteName> = R extends keyof Answers ? Answers[R] : unknown;
