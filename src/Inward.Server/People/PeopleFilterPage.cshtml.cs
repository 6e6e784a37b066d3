using Inward.House;
using Inward.Lists;
using Inward.People;
using Inward.Server.Lists;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Chooses colleagues by more than the bar of the list shows.</summary>
public sealed class PeopleFilterPage : ListFilterPage
{
    private IReadOnlyList<CompanyField> fields = [];

    public PeopleFilter People { get; private set; } = new();

    public override ListRoom Of => ListRoom.People;

    public override string Shows => T["Show these colleagues"];

    public override string ScopePartial => "/People/_PeopleScope.cshtml";

    public override ListFilter Filter
    {
        get => People;
        protected set => People = (PeopleFilter)value;
    }

    protected override ListFilter Typed(ICollection<Wrong> wrong) => PeopleFilter.Typed(Request.Query.Said(), wrong);

    protected override string Says(Condition condition, IReadOnlyDictionary<string, string> names) => PeopleFilterWords.Of(condition, T, names, fields);

    protected override async Task<IReadOnlyList<Chooser>> Offered(Session session)
    {
        fields = [.. (await session.CompanyFields(Me.Workspace, FieldAbout.Person)).Where(field => field.IsInUse && field.CanFilter)];
        return
        [
            new Chips("language", T["Language"], [.. Languages.All]), Team(new TeamTree(await session.Teams(Me.Workspace)), T["Team, with the teams below"]), Colleague("manager", T["Reports to"]),
            .. fields.SelectMany(Offered),
        ];
    }

    protected override void Check(ICollection<Wrong> wrong)
    {
        try
        {
            People.Own(fields);
        }
        catch (BrokenRule mistake)
        {
            foreach (var field in mistake.Fields)
                wrong.Add(field);
        }
    }

    private IEnumerable<Chooser> Offered(CompanyField field)
    {
        var name = PeopleFilterWords.Name(field);
        return field.Kind switch
        {
            FieldKind.Choice or FieldKind.YesNo => [new Chips(name, field.Name, [.. PeopleFilterWords.Choices(field).Select(choice => (choice, field.Kind == FieldKind.YesNo ? T[choice] : choice))])],
            FieldKind.Text => [new Typed(name, field.Name, "text")],
            var kind => Ends(kind == FieldKind.Day ? "date" : "number"),
        };

        IEnumerable<Chooser> Ends(string type) => [new Typed($"{name}.from", T["{0}, from", field.Name], type), new Typed($"{name}.to", T["{0}, up to", field.Name], type)];
    }
}
