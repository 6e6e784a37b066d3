using Inward.AfterSales;
using Inward.Asks;
using Inward.Asks.Moves;
using Inward.Chains;
using Inward.Customers;
using Inward.Handovers;
using Inward.House;
using Inward.Ideas;
using Inward.Journeys;
using Inward.Lists;
using Inward.Objectives;
using Inward.People;

namespace Inward.Server.Demo;

/// <summary>Something that happened in the example company.</summary>
/// <param name="At">Never in the future.</param>
/// <param name="Who">Null when Inward itself noticed (ten days of silence).</param>
public abstract record DemoFact(DateTimeOffset At, Id? Who);

public sealed record DemoField(DateTimeOffset At, Id? Who, CompanyField Field) : DemoFact(At, Who);

/// <param name="Does">The team in its own words: what it does and why.</param>
public sealed record DemoTeam(DateTimeOffset At, Id? Who, string Key, Team Team, string Does, string Needs, string Reach) : DemoFact(At, Who);

public sealed record DemoPerson(DateTimeOffset At, Id? Who, string Key, Person Person, Membership Membership, bool ThanksInPrivate) : DemoFact(At, Who);

/// <param name="About">One line on who they are, in English or German.</param>
public sealed record DemoCustomer(DateTimeOffset At, Id? Who, string Key, Customer Customer, string Town, string About, IReadOnlyList<string> Contacts) : DemoFact(At, Who);

public sealed record DemoSale(DateTimeOffset At, Id? Who, string Key, Sale Sale) : DemoFact(At, Who);

public sealed record DemoVerbatim(DateTimeOffset At, Id? Who, string Key, Verbatim Verbatim, string Channel) : DemoFact(At, Who);

/// <param name="People">With whom; the author is not among them.</param>
public sealed record DemoConversation(DateTimeOffset At, Id? Who, Id Id, IReadOnlyList<Id> People, string Channel, string Text, bool Private) : DemoFact(At, Who);

/// <summary>What one of those who took part says against a talk.</summary>
public sealed record DemoDispute(DateTimeOffset At, Id? Who, Id Conversation, string Text) : DemoFact(At, Who);

/// <summary>A private note: its author alone may read it.</summary>
public sealed record DemoNote(DateTimeOffset At, Id? Who, Id Id, Id About, string Text) : DemoFact(At, Who);

/// <summary>What a customer was told.</summary>
public sealed record DemoPromise(DateTimeOffset At, Id? Who, CustomerPromise Promise) : DemoFact(At, Who);

/// <summary>A sale came into a stage.</summary>
public sealed record DemoPassage(DateTimeOffset At, Id? Who, Passage Passage) : DemoFact(At, Who);

/// <summary>A sale in another team's hands, as it stands.</summary>
public sealed record DemoHandover(DateTimeOffset At, Id? Who, Handover Handover) : DemoFact(At, Who);

/// <summary>A customer complained.</summary>
public sealed record DemoComplaint(DateTimeOffset At, Id? Who, Complaint Complaint, AsksBehind Behind) : DemoFact(At, Who);

/// <summary>A customer came back.</summary>
public sealed record DemoRepeat(DateTimeOffset At, Id? Who, RepeatPurchase Repeat, AsksBehind Behind) : DemoFact(At, Who);

public sealed record DemoTemplate(DateTimeOffset At, Id? Who, ChainTemplate Template) : DemoFact(At, Who);

/// <summary>What follows a sale, with the asks of its steps.</summary>
public sealed record DemoChain(DateTimeOffset At, Id? Who, Chain Chain) : DemoFact(At, Who);

public sealed record DemoAdvice(DateTimeOffset At, Id? Who, Advice Advice, string Happened) : DemoFact(At, Who);

/// <param name="Happened">What was done with it, as it is told.</param>
public sealed record DemoObjective(DateTimeOffset At, Id? Who, Objective Objective, string Happened) : DemoFact(At, Who);

/// <param name="Before">How it was; null when it was made.</param>
public sealed record DemoJourney(DateTimeOffset At, Id? Who, Journey? Before, Journey Journey) : DemoFact(At, Who);

/// <summary>What speaks for the worth of a stage was named.</summary>
public sealed record DemoEvidence(DateTimeOffset At, Id? Who, Journey Journey, string Stage) : DemoFact(At, Who);

/// <summary>A stage was scored blind.</summary>
public sealed record DemoScore(DateTimeOffset At, Id? Who, Id Id, Id Journey, Id Stage, Score Score) : DemoFact(At, Who);

/// <summary>An idea as it was shared, answered or merged.</summary>
public sealed record DemoIdea(DateTimeOffset At, Id? Who, Idea Idea, string Happened) : DemoFact(At, Who);

/// <summary>Somebody wants an idea too.</summary>
public sealed record DemoWant(DateTimeOffset At, Id? Who, Id Idea) : DemoFact(At, Who);

public sealed record DemoComment(DateTimeOffset At, Id? Who, Id Id, Id Idea, string Text) : DemoFact(At, Who);

/// <summary>A card of help wanted.</summary>
public sealed record DemoCard(DateTimeOffset At, Id? Who, HelpWanted Card) : DemoFact(At, Who);

/// <summary>What one team needs of another, as somebody of it wrote it.</summary>
public sealed record DemoNeed(DateTimeOffset At, Id? Who, TeamNeed Need) : DemoFact(At, Who);

public sealed record DemoView(DateTimeOffset At, Id? Who, SavedView View) : DemoFact(At, Who);

/// <summary>A suggestion as it was made, or answered.</summary>
public sealed record DemoSuggestion(DateTimeOffset At, Id? Who, Suggestion Suggestion) : DemoFact(At, Who);

/// <param name="Ask">What they are thanked for; null when it was simply due.</param>
public sealed record DemoThanks(DateTimeOffset At, Id? Who, Id Id, Id To, Id? Ask, string Text, string Effect, bool Public) : DemoFact(At, Who);

/// <param name="Move">Null for a draft and when a delivery went unconfirmed.</param>
/// <param name="Before">Null when the ask begins with this.</param>
public sealed record DemoMove(DateTimeOffset At, Id? Who, Move? Move, Ask? Before, Ask After) : DemoFact(At, Who);

/// <param name="Ask">As it stands today.</param>
public sealed record DemoAsk(string Key, Ask Ask, IReadOnlyList<DemoMove> Moves);

/// <param name="As">What they show, such as “a seller”.</param>
public sealed record DemoSignIn(Id Person, string Key, string As);
