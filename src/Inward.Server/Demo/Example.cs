using Inward.House;
using Inward.Journeys;
using Inward.Notes;
using Inward.People;
using Inward.Recorded;
using Inward.Server.AfterSales;
using Inward.Server.Asks;
using Inward.Server.Chains;
using Inward.Server.Conversations;
using Inward.Server.Customers;
using Inward.Server.Handovers;
using Inward.Server.House;
using Inward.Server.Ideas;
using Inward.Server.Journeys;
using Inward.Server.Lists;
using Inward.Server.Notes;
using Inward.Server.Objectives;
using Inward.Server.Passages;
using Inward.Server.People;
using Inward.Server.Recorded;
using Inward.Server.Storage;
using Inward.Server.Thanks;
using Inward.Thanks;

namespace Inward.Server.Demo;

/// <summary>Loads the invented company into an empty store, in one unit: a year that was really lived by the rules.</summary>
public sealed class Example(Store store)
{
    public Task<DemoStory> Load(DateTimeOffset now)
    {
        var story = DemoStory.Tell(now);
        return store.Write(new Act(story.Workspace.Id, null, now, "import"), async unit =>
        {
            if (await unit.Count("select count(*) from workspace") > 0)
                throw Rule.NotNow("This Inward has its company already. The example needs an empty store.");
            unit.Insert(story.Workspace, demo: true);
            var people = story.People.ToDictionary(p => p.Person.Id, p => p.Person);
            foreach (var fact in story.InOrder())
            {
                unit.Retell(fact.Who, fact.At);
                await Tell(unit, fact, people);
            }
            foreach (var asked in story.Asks)
                Settle(unit, asked, story);
            unit.Retell(null, now);
            await DemoLog.Bring(unit);
            await OwnSales.Count(unit);
            foreach (var person in story.SignIns)
                await unit.SetPassword(person.Person, Keys.NewSecret("demo"));
            return story;
        });
    }

    private static async Task Tell(Unit unit, DemoFact fact, Dictionary<Id, Person> people)
    {
        switch (fact)
        {
            case DemoField { Field: var field }:
                unit.Save(field, isNew: true);
                unit.Append("field.added", field.Id, new { field.Name, field.Kind });
                break;
            case DemoTeam team:
                unit.Save(team.Team, isNew: true);
                break;
            case DemoPerson person:
                await unit.Save(person.Person with { PrefersPrivateThanks = person.ThanksInPrivate }, isNew: true);
                unit.Save(person.Membership);
                unit.Append("person.joined", person.Person.Id, new { person.Person.Name });
                break;
            case DemoCustomer customer:
                unit.Save(customer.Customer, isNew: true);
                break;
            case DemoSale sale:
                unit.Save(sale.Sale, isNew: true);
                unit.Append("sale.opened", sale.Sale.Id, new { sale.Sale.Name, sale.Sale.Customer });
                break;
            case DemoVerbatim verbatim:
                unit.Save(verbatim.Verbatim, isNew: true, fact.Who);
                unit.Append("verbatim.kept", verbatim.Verbatim.Id, new { verbatim.Verbatim.Words });
                break;
            case DemoConversation talk:
                var told = new Inward.Conversations.Conversation(unit.Workspace, talk.Id, talk.Who!.Value, talk.People, talk.At, talk.Channel, talk.Text, talk.Private) { LoggedAt = talk.At };
                unit.Save(told, Inward.Conversations.Items.Of(talk.Text, [.. talk.People.Select(p => new Inward.Conversations.Participant(p, people[p].Name))]));
                break;
            case DemoDispute dispute:
                unit.Save(new Dispute(unit.Workspace, dispute.Conversation, dispute.Who!.Value, 1, dispute.Text, dispute.At));
                break;
            case DemoNote note:
                unit.Save(new Note(unit.Workspace, note.Id, note.Who!.Value, note.About, note.Text, note.At, Note.MostDays));
                break;
            case DemoSuggestion suggested:
                unit.Save(suggested.Suggestion);
                unit.Append($"suggestion.{(suggested.Suggestion.State == SuggestionState.Open ? "made" : suggested.Suggestion.State.ToString().ToLowerInvariant())}", suggested.Suggestion.Id, new { });
                break;
            case DemoJourney { Before: null } made:
                unit.Save(made.Journey, isNew: true);
                unit.Append("journey.made", made.Journey.Id, new { made.Journey.Name, made.Journey.Segment });
                break;
            case DemoJourney { Before: { } before } shaped:
                unit.Save(shaped.Journey, isNew: false);
                unit.Append("journey.changed", shaped.Journey.Id, new { shaped.Journey.Name, changes = JourneyChange.Between(before, shaped.Journey) });
                break;
            case DemoView { View: var view }:
                SavedViews.Save(unit, view);
                break;
            case DemoPromise { Promise: var promised }:
                unit.Save(promised, isNew: true);
                unit.Append("customer-promise.made", promised.Id, new { promised.Sale, promised.What, promised.By, promised.SaidBy });
                break;
            case DemoPassage { Passage: var passage }:
                unit.Save(passage, isNew: true);
                unit.Append("sale.entered", passage.Sale, new { passage.Stage, passage.EnteredAt, passage.Reason });
                break;
            case DemoHandover { Handover: var handover }:
                unit.Save(handover, isNew: true);
                unit.Append("handover.made", handover.Sale, new { handover = handover.Id, handover.To });
                break;
            case DemoComplaint { Complaint: var complaint } heard:
                unit.Save(complaint, isNew: true);
                unit.Save(complaint.Id, heard.Behind);
                unit.Append("verbatim.complaint-heard", complaint.Id, new { asks = heard.Behind.Named });
                break;
            case DemoRepeat { Repeat: var repeat } again:
                unit.Save(repeat, isNew: true);
                unit.Save(repeat.Id, again.Behind);
                unit.Append("sale.bought-again", repeat.Id, new { repeat.After, again.Behind.Named });
                break;
            case DemoTemplate { Template: var template }:
                unit.Save(template, isNew: true);
                unit.Append("chain-template.made", template.Id, new { template.Name, steps = template.Steps.Count });
                break;
            case DemoChain { Chain: var chain }:
                unit.Save(chain, isNew: true);
                unit.Append("chain.begun", chain.Id, new { chain.Sale, chain.Template, steps = chain.Steps.Count });
                break;
            case DemoAdvice { Advice: var advice } said:
                unit.Save(advice, isNew: advice.Answer is null);
                unit.Append($"objective.{said.Happened}", advice.Objective, new { advice = advice.Id });
                break;
            case DemoObjective objective:
                unit.Save(objective.Objective, isNew: objective.Objective.Version == 1);
                unit.Append($"objective.{objective.Happened}", objective.Objective.Id, new { objective.Objective.What });
                break;
            case DemoCard { Card: var card }:
                unit.Save(card, isNew: true);
                unit.Append("help-wanted.posted", card.Id, new { card.Text, card.Kinds, card.Answerer, card.Until });
                break;
            case DemoIdea { Idea: var idea, Happened: var happened }:
                unit.Save(idea, isNew: happened == "idea.shared");
                if (idea.Merged is { } merged)
                    unit.LeadTo(idea.Id, merged.Into);
                else if (idea.IsOpen)
                    await IdeaDesk.WhenDue(unit, idea);
                unit.Append(happened, idea.Id, idea.Private ? new { } : (object)new { idea.Text, idea.Last?.Reason, into = idea.Merged?.Into });
                break;
            case DemoWant want:
                unit.Write("insert into idea_want (workspace, idea, person, at) values (@Workspace, @Idea, @Who, @At)", new { unit.Workspace, want.Idea, want.Who, want.At });
                unit.Append("idea.also-wanted", want.Idea, new { });
                break;
            case DemoComment comment:
                unit.Write("insert into idea_comment (workspace, id, idea, author, text, at) values (@Workspace, @Id, @Idea, @Who, @Text, @At)", new { unit.Workspace, comment.Id, comment.Idea, comment.Who, comment.Text, comment.At });
                unit.Append("idea.commented", comment.Idea, new { comment.Text });
                break;
            case DemoEvidence named:
                unit.Save(named.Journey, isNew: false);
                unit.Append("journey.evidence-added", named.Journey.Id, new { named.Journey.Name, stage = named.Stage });
                break;
            case DemoScore scored:
                unit.Keep(scored.Id, scored.Journey, scored.Stage, fact.Who!.Value, scored.Score);
                break;
            case DemoNeed need:
                unit.Save(need.Need);
                unit.Append("team.need-written", need.Need.Team, new { need.Need.Of, need.Need.Words });
                break;
            case DemoThanks thanks:
                unit.Save(new ThankYou(unit.Workspace, thanks.Id, thanks.Who!.Value, thanks.To, thanks.Text, thanks.Effect, thanks.Public, thanks.Ask, thanks.At)
                    .CopiedTo(people[thanks.To].CopiesThanks, people[thanks.To].Manager is { } manager ? [manager] : []));
                break;
            case DemoMove { Move: { } move } moved:
                unit.Append(move.Happened, moved.After.Id, move);
                break;
            case DemoMove { Before: not null } quiet:
                unit.Append("ask.quiet", quiet.After.Id, new { });
                break;
        }
    }

    // The facts of an ask are saved once, as they stand today; its history has been told.
    private static void Settle(Unit unit, DemoAsk asked, DemoStory story)
    {
        var last = asked.Moves[^1];
        unit.Retell(last.Who, last.At);
        Id? idea = story.IdeasOfAsks.TryGetValue(asked.Key, out var carried) ? carried : null;
        unit.Save(asked.Ask with { Last = null, Idea = idea }, before: null);
        if (asked.Ask.Sale is { } sale && story.Sales.First(s => s.Sale.Id == sale).Sale.Owner is { } owner && asked.Ask.SentAt is not null)
            unit.ShowTo(asked.Ask.Id, [new Reader(owner)]);
        if (idea is not null)
            unit.ShowTo(asked.Ask.Id, [new Reader(story.Ideas.OfType<DemoIdea>().First(one => one.Idea.Id == idea).Idea.Author)]);
        if (story.Thanks.Any(t => t.Ask == asked.Ask.Id))
            unit.Write("update ask set thanked = 1 where workspace = @Workspace and id = @Id", new { unit.Workspace, asked.Ask.Id });
    }
}
