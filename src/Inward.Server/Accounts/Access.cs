using static Inward.Server.Accounts.May;

namespace Inward.Server.Accounts;

/// <summary>What somebody may do with a record, and what the doors answer when they may not.</summary>
public enum May
{
    /// <summary>Has no meaning here.</summary>
    Nothing,

    Yes,

    /// <summary>They know of it, and it is not theirs to do (403).</summary>
    No,

    /// <summary>For them it is not there (404).</summary>
    Unseen,
}

/// <summary>One thing people do, and who may.</summary>
/// <param name="Says">The operation, as a heading says it.</param>
/// <param name="Owner">Whoever made or owns the record: the requester, the author, the owner of a sale, oneself.</param>
/// <param name="Party">Whoever it is done with: the colleague or team that was asked, those who took part.</param>
/// <param name="Lead">Who leads the owner or the party today, and is neither.</param>
/// <param name="Member">Everybody else in the company.</param>
/// <param name="Administrator">By office alone.</param>
/// <param name="Why">The rule in a sentence.</param>
/// <param name="Routes">Every door that leads to it. A route of Inward that stands in no row fails a test.</param>
public sealed record Operation(string Room, string Says, May Owner, May Party, May Lead, May Member, May Administrator, string Why, params IReadOnlyList<string> Routes);

/// <summary>
/// Who may do what, in one table: the page under Settings shows it, and a test knocks at every door as everyone and compares.
/// Whoever is of another company finds nothing at all (404). To add an operation, add a row.
/// </summary>
public static class Access
{
    /// <summary>Doors without sign-in; each guards itself.</summary>
    public static readonly IReadOnlyList<string> Open =
    [
        "GET /signin", "POST /signin", "POST /signin?handler=As", "POST /signin?handler=Company", "GET /first", "POST /first", "POST /first?handler=Example",
        "GET /invite", "POST /invite", "GET /answer", "POST /answer", "GET /calendar/{secret}.ics", "GET /follow/{code}", "GET /briefs/stop", "POST /briefs/stop", "POST /hooks/mail", "POST /hooks/mail/mime", "GET /healthz", "GET /readyz", "GET /live", "GET /app.webmanifest", "GET /openapi/{documentName}.json",
    ];

    public static readonly IReadOnlyList<Operation> All =
    [
        new("Asks", "Read an ask, its history and its files", Yes, Yes, Yes, Unseen, Unseen,
            "The two who negotiate, the asked team, both direct leads, owners of its obstacles, the parties of the ask above it and the owner of its sale read it. What is marked open, everybody reads.",
            "GET /api/v1/asks/{id}", "GET /asks/{id}", "GET /api/v1/asks/{id}/files/{file}", "GET /asks/{id}/files/{file}", "GET /asks/{id}/teams"),
        new("Asks", "List, search and look at today", Yes, Yes, Yes, Yes, Yes, "Everybody, and each finds what they may read.",
            "GET /api/v1/asks", "GET /asks", "GET /asks/filter", "POST /asks", "GET /", "GET /api/v1/today", "GET /search", "GET /api/v1/search", "GET /api/v1/happenings"),
        new("Asks", "Change many asks at once", Yes, Yes, Yes, Yes, Yes, "Everybody, and each ask obeys its own rules: nobody moves more than they could one by one.",
            "GET /api/v1/asks/bulk", "POST /api/v1/asks/bulk", "POST /api/v1/asks/bulk/preview", "GET /asks/bulk", "POST /asks/bulk"),
        new("Asks", "See what became of a bulk change, and take it back", Yes, Unseen, Unseen, Unseen, Unseen, "Whoever made it, for thirty minutes; what moved on since is left.",
            "GET /api/v1/asks/bulk/{id}", "POST /api/v1/asks/bulk/{id}/undoing", "GET /asks/bulk/{id}", "POST /asks/bulk/{id}?handler=Undo"),
        new("Asks", "Keep a view of a list", Yes, Yes, Yes, Yes, Yes, "Each their own.", "GET /api/v1/views", "POST /api/v1/views", "GET /views", "POST /views"),
        new("Asks", "Share or remove a view", Yes, Unseen, Unseen, Unseen, Unseen, "Views are one's own, shared or not.",
            "POST /api/v1/views/{id}/sharing", "DELETE /api/v1/views/{id}", "POST /views?handler=Share", "POST /views?handler=Remove"),
        new("Asks", "Keep a view that a colleague shares", Yes, Yes, Yes, Yes, Yes, "Whom it is shared with.", "POST /views?handler=Take"),
        new("Asks", "Ask a colleague or a team", Yes, Yes, Yes, Yes, Yes, "Everybody may ask. Nobody asks themself.",
            "POST /api/v1/asks", "GET /asks/new", "POST /asks/new", "POST /asks/new?handler=Who", "POST /api/v1/asks/who", "POST /api/v1/asks/coach", "GET /asks/coach", "POST /asks/coach"),
        new("Asks", "Change, send or delete a draft", Yes, Unseen, Unseen, Unseen, Unseen, "A draft is its writer's alone.",
            "PUT /api/v1/asks/{id}", "DELETE /api/v1/asks/{id}", "POST /api/v1/asks/{id}/sending", "POST /asks/new?handler=Discard"),
        new("Asks", "Promise, decline, ask back, get help, deliver, take back", No, Yes, No, Unseen, Unseen, "Only the colleague who was asked can promise. No lead, no default and no silence promises for them.",
            "POST /api/v1/asks/{id}/promise", "POST /api/v1/asks/{id}/decline", "POST /api/v1/asks/{id}/question", "POST /api/v1/asks/{id}/obstacles", "POST /api/v1/asks/{id}/delegation",
            "POST /api/v1/asks/{id}/delivery", "POST /api/v1/asks/{id}/revocation", "POST /api/v1/asks/{id}/retraction", "POST /asks/{id}"),
        new("Asks", "Take an ask of a team, or give it back", No, Yes, No, Unseen, Unseen, "Whoever is in the asked team today takes it; who took it gives it back.",
            "POST /api/v1/asks/{id}/taking", "POST /api/v1/asks/{id}/release"),
        new("Asks", "Accept, reject, answer, withdraw, tell the customer", Yes, No, No, Unseen, Unseen, "Only the one who asked says whether it is what they asked for.",
            "POST /api/v1/asks/{id}/acceptance", "POST /api/v1/asks/{id}/rejection", "POST /api/v1/asks/{id}/answer", "POST /api/v1/asks/{id}/withdrawal", "POST /api/v1/asks/{id}/telling"),
        new("Asks", "Offer other terms, agree, keep, name a concern, attach a file", Yes, Yes, No, Unseen, Unseen, "The two who negotiate.",
            "POST /api/v1/asks/{id}/counter", "POST /api/v1/asks/{id}/renegotiation", "POST /api/v1/asks/{id}/agreement", "POST /api/v1/asks/{id}/keeping", "POST /api/v1/asks/{id}/concerns",
            "POST /api/v1/asks/{id}/files", "POST /asks/{id}?handler=File"),
        new("Asks", "Say that an obstacle is out of the way", Yes, Yes, No, Unseen, Unseen, "The obstacle's owner, or one of the two.", "POST /api/v1/asks/{id}/obstacles/{n}/clearance"),
        new("Asks", "Take back one's last move", Yes, No, No, Unseen, Unseen, "Whoever made it, for ten seconds.", "POST /api/v1/asks/{id}/undoing"),
        new("Asks", "Remark, and thank for an ask", Yes, Yes, Yes, Unseen, Unseen, "Whoever may read it.", "POST /api/v1/asks/{id}/remarks", "POST /api/v1/asks/{id}/thanks"),

        new("Thanks", "Thank a colleague", Yes, Yes, Yes, Yes, Yes, "Everybody thanks everybody. What is private, the two of them read.",
            "GET /api/v1/thanks", "POST /api/v1/thanks", "GET /thanks", "GET /thanks/new", "POST /thanks/new", "POST /api/v1/thanks/coach", "GET /thanks/coach", "POST /thanks/coach"),
        new("Thanks", "Read a private thank-you", Yes, Yes, Unseen, Unseen, Unseen, "The two of them, and the receiver's manager once the receiver likes a copy to go there. A public one everybody reads.",
            "GET /api/v1/thanks/{id}", "GET /thanks/{id}"),
        new("Thanks", "Take a thank-you back at once", Yes, No, Unseen, Unseen, Unseen, "Whoever said it, for ten seconds.", "POST /api/v1/thanks/{id}/undoing", "POST /thanks/{id}?handler=Undo"),
        new("Thanks", "See whom one has not thanked yet, who contributed to which sale, and give and take", Yes, Yes, Yes, Yes, Yes,
            "Each their own, and nobody another's. Who contributed is told whole to the owner of the sale, to others their own lines, to administrators nothing by office.",
            "GET /api/v1/me/thanks-due", "GET /thanks/due", "GET /api/v1/me/statement", "GET /api/v1/me/statement/csv", "GET /thanks/statement", "GET /thanks/statement.csv", "GET /api/v1/me/relationships/{id}/balance"),
        new("Thanks", "See thanks between teams", Yes, Yes, Yes, Yes, Yes, "Everybody: figures of five people or more, counted once a quarter, never of a person.", "GET /api/v1/thanks/units", "GET /thanks/units"),
        new("Conversations", "Log a talk, and look at one's own", Yes, Yes, Yes, Yes, Yes, "Everybody, and each finds what they may read.",
            "GET /api/v1/conversations", "GET /api/v1/conversations/items", "POST /api/v1/conversations", "GET /conversations", "GET /conversations/filter", "GET /conversations/new", "POST /conversations/new", "POST /conversations/new?handler=Hello", "GET /offline"),
        new("Conversations", "Read a talk", Yes, Yes, Unseen, Unseen, Unseen, "Its author and those who took part; a private one its author alone.", "GET /api/v1/conversations/{id}", "GET /conversations/{id}"),
        new("Conversations", "Correct a talk, or take it back at once", Yes, No, Unseen, Unseen, Unseen, "Whoever logged it; the versions before stay to be read.",
            "PUT /api/v1/conversations/{id}", "PATCH /api/v1/conversations/{id}", "POST /api/v1/conversations/{id}/undoing", "GET /conversations/{id}/edit", "POST /conversations/{id}/edit", "POST /conversations/{id}?handler=Undo"),
        new("Conversations", "Take a need that was noted into one's own words, or wave it away", No, Yes, Unseen, Unseen, Unseen, "Only the colleague whom it is about.",
            "POST /api/v1/conversations/{id}/items/{n}/taking", "POST /api/v1/conversations/{id}/items/{n}/waving"),
        new("Conversations", "Say what became of a promise in a talk", Yes, No, Unseen, Unseen, Unseen, "Only whoever gave it.",
            "POST /api/v1/conversations/{id}/items/{n}/done", "POST /conversations/{id}?handler=Answer"),
        new("Conversations", "Dispute a talk that somebody else noted", No, Yes, Unseen, Unseen, Unseen, "Whom it names. It stands beside the talk, for those who read that.",
            "POST /api/v1/conversations/{id}/dispute", "POST /conversations/{id}?handler=Dispute"),
        new("Conversations", "Take back what one said against a talk", Nothing, Yes, Unseen, Unseen, Unseen, "Whoever said it.", "DELETE /api/v1/conversations/{id}/dispute", "POST /conversations/{id}?handler=Withdraw"),
        new("Notes", "Write private notes on colleagues", Yes, Yes, Yes, Yes, Yes, "Each their own.", "GET /api/v1/notes", "POST /api/v1/notes", "GET /notes", "POST /notes"),
        new("Notes", "Read, change, release or delete a private note", Yes, Unseen, Unseen, Unseen, Unseen,
            "Its author alone, also where they lead or administer. Once asked for the notes about them, its author releases or deletes it.",
            "GET /api/v1/notes/{id}", "PATCH /api/v1/notes/{id}", "DELETE /api/v1/notes/{id}", "POST /api/v1/notes/{id}/release",
            "GET /notes/{id}", "POST /notes/{id}", "POST /notes/{id}?handler=Delete", "POST /notes/{id}?handler=Release"),
        new("Notes", "See what is recorded about oneself", Yes, Yes, Yes, Yes, Yes, "Each about themselves.", "GET /api/v1/me/records", "GET /api/v1/me/records/export", "GET /settings/records/export"),
        new("Notes", "Ask for the notes about oneself, and read what was released", Yes, Yes, Yes, Yes, Yes, "Each about themselves.",
            "GET /api/v1/me/notes", "GET /api/v1/me/note-requests", "POST /api/v1/me/note-requests", "GET /settings/records", "POST /settings/records?handler=Ask"),

        new("Relationships", "Keep in touch: whom to see next, how often, what is planned, whom to win over, the brief before a talk", Yes, Yes, Yes, Yes, Yes, "Each their own, and nobody another's.",
            "GET /api/v1/me/next", "GET /api/v1/me/relationships/{id}", "PUT /api/v1/me/relationships/{id}", "POST /api/v1/me/relationships/{id}/snooze", "POST /api/v1/me/relationships/{id}/plan", "GET /api/v1/me/plans", "GET /plan/{id}", "POST /plan/{id}", "POST /plan/{id}?handler=LetGo", "GET /api/v1/me/focus", "POST /api/v1/me/focus",
            "DELETE /api/v1/me/focus", "GET /api/v1/people/{id}/brief", "GET /next", "POST /next?handler=Snooze", "GET /cadence/{id}", "POST /cadence/{id}", "POST /cadence/{id}?handler=Default",
            "GET /people/{id}/focus", "POST /people/{id}/focus", "POST /people/{id}/focus?handler=LetGo", "GET /people/{id}/brief"),

        new("Customers", "Read customers, sales and what customers said", Yes, Yes, Yes, Yes, Yes, "Everybody in the company.",
            "GET /api/v1/customers", "GET /api/v1/customers/{id}", "GET /customers", "GET /customers/{id}", "GET /api/v1/sales", "GET /api/v1/sales/{id}", "GET /sales", "GET /sales/{id}",
            "GET /api/v1/verbatims", "GET /api/v1/verbatims/{id}", "GET /verbatims/{id}"),
        new("Customers", "Write them down and keep them up to date", Yes, Yes, Yes, Yes, Yes, "Everybody; every version is kept with its writer.",
            "POST /api/v1/customers", "PUT /api/v1/customers/{id}", "PATCH /api/v1/customers/{id}", "GET /customers/new", "POST /customers/new", "GET /customers/{id}/edit", "POST /customers/{id}/edit",
            "POST /api/v1/sales", "PUT /api/v1/sales/{id}", "GET /sales/new", "POST /sales/new", "GET /sales/{id}/edit", "POST /sales/{id}/edit",
            "POST /api/v1/verbatims", "PUT /api/v1/verbatims/{id}", "PATCH /api/v1/verbatims/{id}", "GET /verbatims/new", "POST /verbatims/new", "GET /verbatims/{id}/edit", "POST /verbatims/{id}/edit"),
        new("Customers", "Say in which stage a sale is now, and correct when it came there", Yes, Yes, Yes, Yes, Yes, "Everybody, as they keep the sale up to date.",
            "GET /api/v1/sales/{id}/passages", "GET /api/v1/sales/{id}/passages/{passage}", "POST /api/v1/sales/{id}/passages", "PATCH /api/v1/sales/{id}/passages/{passage}",
            "GET /sales/{id}/stages", "POST /sales/{id}/stages", "POST /sales/{id}/stages?handler=Correct", "POST /sales/{id}/stages?handler=Close"),
        new("Customers", "Take a wrong entry of a stage back", Yes, Nothing, No, No, No, "Whoever told it, or the owner of the sale, within a day.",
            "DELETE /api/v1/sales/{id}/passages/{passage}", "POST /sales/{id}/stages?handler=TakeBack"),
        new("Customers", "Write down what a customer was promised, and say that it was kept or let go", Yes, Yes, Yes, Yes, Yes, "Everybody, as they keep the sale up to date.",
            "GET /api/v1/sales/{id}/promises", "GET /api/v1/sales/{id}/promises/{promise}", "POST /api/v1/sales/{id}/promises", "PATCH /api/v1/sales/{id}/promises/{promise}", "POST /api/v1/sales/{id}/promises/{promise}/keeping",
            "POST /api/v1/sales/{id}/promises/{promise}/release", "POST /api/v1/sales/{id}/promises/{promise}/reopening", "GET /promises/{id}", "GET /sales/{id}/promises", "POST /sales/{id}/promises",
            "POST /sales/{id}/promises?handler=Keep", "POST /sales/{id}/promises?handler=LetGo", "POST /sales/{id}/promises?handler=Reopen"),
        new("Customers", "Hand a sale over to a team with its promises", Yes, Yes, Yes, Yes, Yes, "Everybody; the team accepts or queries each promise.",
            "GET /api/v1/sales/{id}/handovers", "POST /api/v1/sales/{id}/handovers", "POST /sales/{id}/promises?handler=HandOver"),
        new("Customers", "Take promises of a handover over, or query them", No, Yes, No, No, No, "Whoever is in the team that takes over.",
            "POST /api/v1/sales/{id}/handovers/{handover}/acceptance", "POST /api/v1/sales/{id}/handovers/{handover}/query", "POST /sales/{id}/promises?handler=Accept", "POST /sales/{id}/promises?handler=Query"),
        new("Customers", "Answer a query, or take a handover back", Yes, No, No, No, No, "Whoever handed over, or the owner of the sale.",
            "POST /api/v1/sales/{id}/handovers/{handover}/answer", "POST /api/v1/sales/{id}/handovers/{handover}/withdrawal", "POST /sales/{id}/promises?handler=Answer", "POST /sales/{id}/promises?handler=TakeBack"),
        new("Customers", "Read chains, their templates, and links for customers; make a template", Yes, Yes, Yes, Yes, Yes, "Everybody in the company.",
            "GET /api/v1/chains", "POST /api/v1/chains", "GET /api/v1/chains/{id}", "GET /chains", "GET /chains/new", "POST /chains/new", "GET /chains/{id}",
            "GET /api/v1/sales/{id}/chain", "GET /sales/{id}/chain", "GET /api/v1/sales/{id}/chain/links", "GET /sales/{id}/chain/links"),
        new("Customers", "Change the template of a chain and its steps, or delete it", Yes, No, No, No, Yes, "Its owner and administrators; everybody while nobody owns it, or whoever did has left.",
            "PUT /api/v1/chains/{id}", "PATCH /api/v1/chains/{id}", "DELETE /api/v1/chains/{id}", "POST /api/v1/chains/{id}/steps", "PATCH /api/v1/chains/{id}/steps/{step}", "DELETE /api/v1/chains/{id}/steps/{step}",
            "GET /chains/{id}/edit", "POST /chains/{id}/edit", "POST /chains/{id}/edit?handler=Delete", "GET /chains/{id}/steps/new", "POST /chains/{id}/steps/new", "GET /chains/{id}/steps/{step}", "POST /chains/{id}/steps/{step}",
            "POST /chains/{id}/steps/{step}?handler=Remove"),
        new("Customers", "Begin the chain of a sale, and make or revoke links for its customer", Yes, Yes, Yes, Yes, Yes, "Everybody, as they keep the sale up to date. A link shows its customer chosen steps only.",
            "POST /api/v1/sales/{id}/chain", "POST /sales/{id}/chain", "POST /api/v1/sales/{id}/chain/links", "POST /sales/{id}/chain/links", "POST /api/v1/sales/{id}/chain/links/{link}/revocation", "POST /sales/{id}/chain/links?handler=Revoke"),
        new("Customers", "Steer a chain: skip, decide or ask for a step again, end it", Yes, No, No, No, No, "Whoever began it, and the owner of the sale; an ask is withdrawn by who asked alone.",
            "POST /api/v1/sales/{id}/chain/steps/{step}/skipping", "POST /api/v1/sales/{id}/chain/steps/{step}/answer", "POST /api/v1/sales/{id}/chain/steps/{step}/asking", "POST /api/v1/sales/{id}/chain/ending",
            "POST /sales/{id}/chain?handler=Skip", "POST /sales/{id}/chain?handler=Say", "POST /sales/{id}/chain?handler=Ask", "POST /sales/{id}/chain?handler=Finish"),
        new("Customers", "Merge two entries of one customer, and part them again", Yes, Yes, Yes, Yes, Yes, "Everybody; for 30 days they can be parted again.",
            "GET /api/v1/customers/{id}/merge", "POST /api/v1/customers/{id}/merge", "GET /api/v1/customers/merges", "GET /api/v1/customers/merges/{merge}", "POST /api/v1/customers/merges/{merge}/undoing",
            "GET /customers/{id}/merge", "POST /customers/{id}/merge", "GET /customers/merges", "POST /customers/merges?handler=Undo"),
        new("Customers", "Read what event logs measured", Yes, Yes, Yes, Yes, Yes, "Everybody in the company; no figure is of a person, or of a team of fewer than five.",
            "GET /api/v1/passages/logs", "GET /api/v1/passages/logs/{id}", "GET /passages", "GET /passages/{id}", "GET /api/v1/passages/logs/{id}/beside/{journey}", "GET /passages/{id}/beside/{journey}"),
        new("Customers", "Choose the stage that finishes a case of an event log", No, No, No, No, Yes, "An administrator: every figure is counted anew.",
            "PATCH /api/v1/passages/logs/{id}", "POST /passages/{id}?handler=Finish"),
        new("Customers", "Say which activity of an event log is which stage of a journey", Yes, Yes, No, No, Yes, "Those who may change the journey.",
            "PATCH /api/v1/passages/logs/{id}/beside/{journey}", "POST /passages/{id}/beside/{journey}"),
        new("Customers", "Read journeys, and make one", Yes, Yes, Yes, Yes, Yes, "Everybody in the company.",
            "GET /api/v1/journeys", "POST /api/v1/journeys", "GET /api/v1/journeys/{id}", "GET /api/v1/journeys/{id}/with/{other}", "GET /api/v1/journeys/{id}/csv", "GET /api/v1/journeys/{id}/markdown",
            "GET /journeys", "GET /journeys/new", "POST /journeys/new", "GET /journeys/{id}", "GET /journeys/{id}/with", "GET /journeys/{id}/csv", "GET /journeys/{id}/markdown"),
        new("Customers", "Change a journey and its stages, or delete it", Yes, Yes, No, No, Yes, "Its owner, its editors and administrators; everybody while nobody owns it, or whoever did has left.",
            "PUT /api/v1/journeys/{id}", "PATCH /api/v1/journeys/{id}", "DELETE /api/v1/journeys/{id}", "POST /api/v1/journeys/{id}/stages", "POST /api/v1/journeys/{id}/stages/order",
            "PATCH /api/v1/journeys/{id}/stages/{stage}", "DELETE /api/v1/journeys/{id}/stages/{stage}", "GET /journeys/{id}/edit", "POST /journeys/{id}/edit", "POST /journeys/{id}/edit?handler=Delete",
            "GET /journeys/{id}/stages/new", "POST /journeys/{id}/stages/new", "GET /journeys/{id}/stages/{stage}/edit", "POST /journeys/{id}/stages/{stage}/edit", "POST /journeys/{id}/stages/{stage}/edit?handler=Remove",
            "POST /api/v1/journeys/{id}/stages/{stage}/adoption", "POST /journeys/{id}/stages/{stage}?handler=Adopt"),
        new("Customers", "Score a stage blind, and name what speaks for it", Yes, Yes, Yes, Yes, Yes, "Everybody. What others think is seen by whoever has scored, as numbers without names.",
            "GET /journeys/{id}/stages/{stage}", "GET /api/v1/journeys/{id}/stages/{stage}/score", "POST /api/v1/journeys/{id}/stages/{stage}/score", "POST /journeys/{id}/stages/{stage}?handler=Score",
            "GET /api/v1/journeys/{id}/stages/{stage}/evidence", "POST /api/v1/journeys/{id}/stages/{stage}/evidence", "POST /journeys/{id}/stages/{stage}?handler=Support", "GET /journeys/{id}/first", "GET /api/v1/journeys/{id}/first"),
        new("Customers", "Take evidence of a stage away", Yes, Yes, No, No, Yes, "Whoever named it, and those who may change the journey.",
            "DELETE /api/v1/journeys/{id}/stages/{stage}/evidence/{evidence}", "POST /journeys/{id}/stages/{stage}?handler=Unsupport"),
        new("Customers", "Hand a sale over to another owner", Yes, Nothing, No, No, Yes, "Its owner or an administrator; anyone while nobody owns it.", "PATCH /api/v1/sales/{id}"),

        new("People", "Read people and teams", Yes, Yes, Yes, Yes, Yes, "Everybody in the company.",
            "GET /api/v1/people", "GET /api/v1/people/{id}", "GET /people", "GET /people/filter", "GET /people/{id}", "GET /people/cards", "GET /people/{id}/card", "GET /api/v1/people/cards", "GET /api/v1/people/{id}/card", "GET /people/csv", "GET /api/v1/people/csv", "GET /api/v1/people/fields", "GET /api/v1/people/fields/{field}", "GET /api/v1/people/{id}/photo", "GET /people/{id}/photo/{hash}", "GET /api/v1/teams/{id}/photo", "GET /teams/{id}/photo/{hash}", "GET /api/v1/teams", "GET /api/v1/teams/{id}", "GET /api/v1/teams/{id}/memberships", "GET /teams", "GET /teams/{id}",
            "GET /api/v1/teams/{id}/with/{other}", "GET /api/v1/teams/{id}/needs/{other}", "GET /teams/{id}/with", "GET /teams/{id}/with/{other}"),
        new("People", "Write one's own words", Yes, Nothing, No, No, No, "Only the person.",
            "PUT /api/v1/people/{id}/words", "PATCH /api/v1/people/{id}/words", "GET /people/{id}/words", "POST /people/{id}/words"),
        new("People", "Suggest an answer for another's page, and look at one's suggestions", Yes, Yes, Yes, Yes, Yes, "Everybody, and each finds what they made or what is theirs to answer.",
            "GET /api/v1/suggestions", "POST /api/v1/suggestions", "GET /suggestions/new", "POST /suggestions/new"),
        new("People", "Read a suggestion", Yes, Yes, Unseen, Unseen, Unseen, "Who made it, and whose page it is for.", "GET /api/v1/suggestions/{id}", "GET /suggestions/{id}"),
        new("People", "Take what was suggested, change it or say no", No, Yes, Unseen, Unseen, Unseen, "Only whose page it is.",
            "POST /api/v1/suggestions/{id}/acceptance", "POST /api/v1/suggestions/{id}/decline", "POST /suggestions/{id}?handler=Accept", "POST /suggestions/{id}?handler=Decline"),
        new("People", "Take one's suggestion back", Yes, No, Unseen, Unseen, Unseen, "Only who made it.", "POST /api/v1/suggestions/{id}/withdrawal", "POST /suggestions/{id}?handler=Withdraw"),
        new("People", "Change a name, a title, a language or a time zone", Yes, Nothing, No, No, Yes, "The person or an administrator.",
            "PATCH /api/v1/people/{id}", "PUT /api/v1/people/{id}", "GET /people/{id}/edit", "POST /people/{id}/edit"),
        new("People", "Add people", No, Nothing, No, No, Yes, "Administrators.", "POST /api/v1/people", "GET /people/new", "POST /people/new"),
        new("People", "Show one's picture", Yes, Nothing, No, No, No, "Only the person.", "PUT /api/v1/people/{id}/photo"),
        new("People", "Remove a picture", Yes, Nothing, No, No, Yes, "The person or an administrator.", "DELETE /api/v1/people/{id}/photo", "POST /people/{id}/edit?handler=NoPhoto"),
        new("People", "Say which fields of the company a page of a colleague or a team has", No, No, No, No, Yes, "Administrators. Everybody reads what stands in them.",
            "POST /api/v1/people/fields", "POST /api/v1/people/fields/order", "PUT /api/v1/people/fields/{field}", "PATCH /api/v1/people/fields/{field}", "GET /settings/fields", "POST /settings/fields?handler=Retire",
            "POST /settings/fields?handler=Return", "POST /settings/fields?handler=Up", "GET /settings/fields/new", "POST /settings/fields/new", "GET /settings/fields/{field}", "POST /settings/fields/{field}"),
        new("People", "Merge two entries of one colleague, and part them again", No, No, No, No, Yes, "Administrators, and the colleague is told. Nobody who can sign in goes, and private notes are opened to nobody.",
            "GET /api/v1/people/{id}/merge", "POST /api/v1/people/{id}/merge", "GET /api/v1/people/merges", "GET /api/v1/people/merges/{merge}", "POST /api/v1/people/merges/{merge}/undoing",
            "GET /people/{id}/merge", "POST /people/{id}/merge", "GET /people/merges", "POST /people/merges?handler=Undo"),
        new("People", "See how much a colleague has promised by day", Yes, Nothing, No, No, No, "Theirs alone, unless they share it.", "GET /api/v1/people/{id}/promised"),
        new("People", "See how much a small team has promised by day", Nothing, No, No, No, No, "A team of five or more shows it to everybody; a smaller one once all in it share theirs.", "GET /api/v1/teams/{id}/promised"),
        new("People", "Read what moves the people of a team, pooled", Nothing, No, Yes, No, No, "Who leads the team, or one above it. Ten people or more stand behind every list.", "GET /api/v1/teams/{id}/wishes", "GET /teams/{id}/wishes"),
        new("People", "Write a team's words", Nothing, Yes, Yes, No, No, "Those who are in the team.", "PUT /api/v1/teams/{id}/words", "PATCH /api/v1/teams/{id}/words", "GET /teams/{id}/words", "POST /teams/{id}/words",
            "PUT /api/v1/teams/{id}/needs/{other}", "POST /teams/{id}/with/{other}?handler=Need"),
        new("People", "Fill in the fields of a team", Nothing, Yes, Yes, No, Yes, "Those who are in the team, and administrators. A field that is the administrators' is theirs alone.",
            "PATCH /api/v1/teams/{id}/fields", "GET /teams/{id}/fields", "POST /teams/{id}/fields", "DELETE /api/v1/teams/{id}/photo", "POST /teams/{id}/fields?handler=NoPhoto"),
        new("People", "Show a team's picture", Nothing, Yes, Yes, No, No, "Those who are in the team.", "PUT /api/v1/teams/{id}/photo", "POST /teams/{id}/fields?handler=Photo"),
        new("People", "Add and change teams and who is in them", Nothing, No, No, No, Yes, "Administrators.",
            "POST /api/v1/teams", "PUT /api/v1/teams/{id}", "PATCH /api/v1/teams/{id}", "POST /api/v1/teams/{id}/memberships", "PATCH /api/v1/teams/{id}/memberships/{stay}",
            "GET /teams/new", "POST /teams/new", "GET /teams/{id}/edit", "POST /teams/{id}/edit", "GET /teams/{id}/memberships", "POST /teams/{id}/memberships", "POST /teams/{id}/memberships?handler=Stay"),
        new("People", "Import files, and take an import back", No, No, No, No, Yes, "Administrators.",
            "GET /api/v1/imports", "POST /api/v1/imports", "GET /api/v1/imports/{id}", "GET /api/v1/imports/{id}/errors", "POST /api/v1/imports/{id}/application", "POST /api/v1/imports/{id}/undoing",
            "GET /imports", "POST /imports", "GET /imports/{id}", "GET /imports/{id}/errors", "POST /imports/{id}?handler=Apply", "POST /imports/{id}?handler=Columns", "POST /imports/{id}?handler=Undo"),

        new("Relationships", "See how much a colleague and oneself write to each other", Yes, Yes, Yes, Yes, Yes, "Each about themselves; nobody is told of two others. Only where the company brings mail logs in.", "GET /api/v1/me/relationships/{id}/mail"),
        new("Relationships", "See mail between teams", Yes, Yes, Yes, Yes, Yes, "Everybody: figures of five people or more, counted once a quarter, never of a person.", "GET /api/v1/teams/mail", "GET /teams/mail"),

        new("Settings", "Keep one's own settings, absences and sign-in", Yes, Yes, Yes, Yes, Yes, "Each their own, and nobody another's.",
            "GET /api/v1/me", "PATCH /api/v1/me", "GET /api/v1/me/absences", "POST /api/v1/me/absences", "DELETE /api/v1/me/absences/{from}", "GET /api/v1/me/sessions", "DELETE /api/v1/me/sessions", "DELETE /api/v1/me/sessions/{id}", "GET /settings", "POST /settings", "POST /settings?handler=Theme", "POST /settings?handler=Photo", "POST /settings?handler=NoPhoto",
            "POST /settings?handler=Keys", "GET /settings/absences", "POST /settings/absences", "POST /settings/absences?handler=Back", "GET /settings/sign-in", "POST /settings/sign-in",
            "POST /settings/sign-in?handler=End", "POST /settings/sign-in?handler=EndAll", "GET /settings/access", "GET /signout", "POST /signout"),
        new("Settings", "Make the secret address of one's calendar, and end it", Yes, Yes, Yes, Yes, Yes, "Each their own, and nobody another's.",
            "GET /api/v1/me/calendar", "POST /api/v1/me/calendar", "DELETE /api/v1/me/calendar", "GET /settings/calendar", "POST /settings/calendar", "POST /settings/calendar?handler=End"),
        new("Settings", "Look into one's trash", Yes, Yes, Yes, Yes, Yes, "Each their own, and nobody another's; private notes in it need the scope notes.", "GET /api/v1/trash", "GET /trash"),
        new("Settings", "Restore from one's trash, or delete for good", Yes, Unseen, Unseen, Unseen, Unseen, "Whoever deleted it.",
            "POST /api/v1/trash/{id}/restoring", "DELETE /api/v1/trash/{id}", "POST /trash?handler=Restore", "POST /trash?handler=Delete"),
        new("Settings", "Make a secret address for mail that becomes talks, and end it", Yes, Yes, Yes, Yes, Yes, "Each their own, and nobody another's. A mail to it is told in its owner's name.",
            "GET /api/v1/me/mail-address", "POST /api/v1/me/mail-address", "DELETE /api/v1/me/mail-address", "GET /settings/mail", "POST /settings/mail", "POST /settings/mail?handler=End"),
        new("Settings", "Make tokens", Yes, Yes, Yes, Yes, Yes, "Each their own. A token never makes one that may do more than itself.",
            "GET /api/v1/tokens", "POST /api/v1/tokens", "GET /settings/tokens", "POST /settings/tokens"),
        new("Settings", "See and revoke a token", Yes, Unseen, Unseen, Unseen, Unseen, "Its owner alone. Administrators end the sessions of others, and all of it when somebody leaves.",
            "GET /api/v1/tokens/{id}", "DELETE /api/v1/tokens/{id}", "POST /settings/tokens?handler=Revoke"),
        new("Settings", "Invite, make administrators, sign others out, let somebody leave", No, No, No, No, Yes, "Administrators, and the person is told.",
            "GET /api/v1/accounts", "GET /api/v1/accounts/{person}", "PATCH /api/v1/accounts/{person}", "POST /api/v1/accounts/{person}/invitation", "DELETE /api/v1/accounts/{person}/sessions",
            "POST /api/v1/accounts/{person}/departure", "GET /settings/people", "GET /settings/people/{person}", "POST /settings/people/{person}?handler=Invite",
            "POST /settings/people/{person}?handler=Administrator", "POST /settings/people/{person}?handler=Sessions", "POST /settings/people/{person}?handler=Leave"),
        new("Settings", "Erase for good what is known of somebody who has left", No, No, No, No, Yes, "Administrators, who write the whole name. What others share stays without it.",
            "POST /api/v1/accounts/{person}/erasure", "POST /settings/people/{person}?handler=Erase"),
        new("Settings", "Read the company's settings", Yes, Yes, Yes, Yes, Yes, "Everybody in the company.", "GET /api/v1/company"),
        new("Settings", "Change the company's settings", No, No, No, No, Yes, "Administrators.", "PATCH /api/v1/company", "GET /settings/company", "POST /settings/company"),
    ];
}
