using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Where people are kept. Uniqueness is a matter of the store; its sentences are said here.</summary>
public static class PersonTable
{
    private const string Columns = """
        workspace, id, name, email, user_name, external_key, title, manager, zone, language, administrator, left_on, own_words, absences, shares_work, private_thanks, copies_thanks, mail, brief_at, merged_into, erased_at, field_values, version
        """;

    /// <summary>A colleague; an entry that was merged is none any more (<see cref="MergeTable.KeptInstead"/>).</summary>
    public static async Task<Person?> Person(this Session session, Id workspace, Id id) =>
        (await session.One<Row>($"select {Columns} from person where workspace = @workspace and id = @id and merged_into is null", new { workspace, id }))?.Person();

    public static async Task<List<Person>> People(this Session session, Id workspace, IReadOnlyCollection<Id> ids) => ids.Count == 0 ? [] :
        [.. (await session.All<Row>($"select {Columns} from person where workspace = @workspace and id in @ids", new { workspace, ids })).Select(r => r.Person())];

    public static async Task<List<Person>> AllPeople(this Session session, Id workspace) =>
        [.. (await session.All<Row>($"select {Columns} from person where workspace = @workspace order by id", new { workspace })).Select(r => r.Person())];

    /// <summary>Whoever has this id, e-mail address, user name, key or name; with whoever was kept instead of them.</summary>
    public static async Task<List<Person>> PeopleCalled(this Session session, Id workspace, string words) =>
        [.. (await session.All<Row>($"""
            with called as (select id, merged_into from person where workspace = @workspace and (id = @id or email_key = @key or user_key = @key or external_key = @words or search_name = @key))
            select {Columns} from person where workspace = @workspace and id in (select id from called union select merged_into from called where merged_into is not null) order by id
            """, new { workspace, words, key = Inward.People.Person.Key(words), id = Id.TryParse(words, null, out var id) ? id : (Id?)null })).Select(r => r.Person())];

    /// <summary>A few who work here and in whose name these words stand.</summary>
    public static async Task<List<Person>> PeopleCalledLike(this Session session, Id workspace, string words) =>
        [.. (await session.All<Row>($"select {Columns} from person where workspace = @workspace and left_on is null and search_name like @part order by search_name, id limit 6",
            new { workspace, part = $"%{words.ToLowerInvariant().Replace("%", "", StringComparison.Ordinal)}%" })).Select(r => r.Person())];

    /// <summary>Saves a new person or a new version of one; a version somebody else replaced is <see cref="Rule.Stale"/>.</summary>
    public static async Task Save(this Unit unit, Person person, bool isNew)
    {
        await RefuseTaken(unit, person);
        unit.Keep(person, isNew);
    }

    /// <summary>Saves one of many whose uniqueness has been settled for all of them: an import.</summary>
    internal static void Keep(this Unit unit, Person person, bool isNew)
    {
        var row = new
        {
            person.Workspace, person.Id, person.Name, person.Email, emailKey = Key(person.Email), person.UserName, userKey = Key(person.UserName),
            person.ExternalKey, person.Title, person.Manager, person.Zone, person.Language, person.Administrator, person.LeftOn,
            ownWords = JsonSerializer.Serialize(person.OwnWords, Wire.Json), absences = JsonSerializer.Serialize(person.Absences, Wire.Json),
            searchName = person.Name.ToLowerInvariant(), person.SharesWork, person.PrefersPrivateThanks, person.CopiesThanks, person.Mail, person.BriefAt, fieldValues = JsonSerializer.Serialize(person.Fields, Wire.Json), person.Version, before = person.Version - 1, unit.Now,
        };
        if (isNew)
        {
            unit.Write("""
                insert into person (workspace, id, name, email, email_key, user_name, user_key, external_key, title, manager, zone, language,
                  administrator, left_on, own_words, absences, search_name, shares_work, private_thanks, copies_thanks, mail, brief_at, field_values, version, made_at)
                values (@Workspace, @Id, @Name, @Email, @emailKey, @UserName, @userKey, @ExternalKey, @Title, @Manager, @Zone, @Language,
                  @Administrator, @LeftOn, @ownWords, @absences, @searchName, @SharesWork, @PrefersPrivateThanks, @CopiesThanks, @Mail, @BriefAt, @fieldValues, @Version, @Now)
                """, row);
            unit.ShowTo(person.Id, [new Reader(person.Workspace)]);
        }
        else
        {
            unit.Write("""
                update person set name = @Name, email = @Email, email_key = @emailKey, user_name = @UserName, user_key = @userKey,
                  external_key = @ExternalKey, title = @Title, manager = @Manager, zone = @Zone, language = @Language,
                  administrator = @Administrator, left_on = @LeftOn, own_words = @ownWords, absences = @absences, search_name = @searchName,
                  shares_work = @SharesWork, private_thanks = @PrefersPrivateThanks, copies_thanks = @CopiesThanks, mail = @Mail, brief_at = @BriefAt, field_values = @fieldValues, version = @Version
                where workspace = @Workspace and id = @Id and version = @before
                """, row, 1);
        }
        unit.KeepValues(person, isNew);
        var words = person.OwnWords;
        unit.MakeFindable(person.Id, "person", person.Name, string.Join('\n', new[] { person.Title, person.Email, words.DoAndWhy?.Words, words.NeedFromOthers?.Words, words.Strengths?.Words }.Concat(person.Fields.Findable).OfType<string>()));
    }

    private static async Task RefuseTaken(Unit unit, Person person)
    {
        var wrong = new List<Wrong>();
        await Refuse("email", "email_key", Key(person.Email), "Somebody here has this e-mail address already.");
        await Refuse("userName", "user_key", Key(person.UserName), "Somebody here has this user name already.");
        await Refuse("key", "external_key", person.ExternalKey, "Somebody here has this key already.");
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);

        async Task Refuse(string field, string column, string? value, Sentence sentence)
        {
            if (value is not null && await unit.Count($"select count(*) from person where workspace = @Workspace and {column} = @value and id <> @Id", new { person.Workspace, person.Id, value }) > 0)
                wrong.Add(new Wrong(field, sentence));
        }
    }

    /// <summary>The absence of that day in what the column holds; most hold none, and are not read.</summary>
    internal static Absence? AbsenceOn(string absences, DateOnly day) =>
        absences.Length <= 2 ? null : JsonSerializer.Deserialize<List<Absence>>(absences, Wire.Json)!.Find(a => a.Covers(day));

    /// <summary>The values of fields in what the column holds; where there are none, nothing is read.</summary>
    internal static FieldValues ValuesIn(string fields) => fields.Length <= 2 ? FieldValues.None : JsonSerializer.Deserialize<FieldValues>(fields, Wire.Json)!;

    private static string? Key(string? text) => text is null ? null : Inward.People.Person.Key(text);

    private sealed record Row(
        Id Workspace, Id Id, string Name, string? Email, string? UserName, string? ExternalKey, string? Title, Id? Manager, string? Zone,
        string? Language, bool Administrator, DateOnly? LeftOn, string OwnWords, string Absences, bool SharesWork, bool PrivateThanks, bool CopiesThanks, bool Mail, TimeOnly? BriefAt, Id? MergedInto, DateTimeOffset? ErasedAt, string FieldValues, int Version)
    {
        public Person Person() => new(Workspace, Id, Name)
        {
            Email = Email, UserName = UserName, ExternalKey = ExternalKey, Title = Title, Manager = Manager, Zone = Zone, Language = Language,
            Administrator = Administrator, LeftOn = LeftOn, SharesWork = SharesWork, PrefersPrivateThanks = PrivateThanks, CopiesThanks = CopiesThanks, Mail = Mail, BriefAt = BriefAt, MergedInto = MergedInto, ErasedAt = ErasedAt, Version = Version,
            OwnWords = JsonSerializer.Deserialize<OwnWords>(OwnWords, Wire.Json)!, Fields = ValuesIn(FieldValues),
            Absences = JsonSerializer.Deserialize<List<Absence>>(Absences, Wire.Json)!,
        };
    }
}
