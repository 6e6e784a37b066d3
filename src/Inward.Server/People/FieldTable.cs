using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Where the fields of a company are kept, and once more what they say, as lists ask for it.</summary>
public static class FieldTable
{
    /// <summary>All of them in their order, retired ones too.</summary>
    public static async Task<List<CompanyField>> CompanyFields(this Session session, Id workspace) =>
        [.. (await session.All<Row>("""
            select workspace, id, name, kind, about, choices, writer, can_filter, place, retired_at, version from person_field where workspace = @workspace order by place, id
            """, new { workspace })).Select(row => row.Field())];

    /// <summary>Those on the pages of colleagues, or of teams.</summary>
    public static async Task<List<CompanyField>> CompanyFields(this Session session, Id workspace, FieldAbout about) =>
        [.. (await session.CompanyFields(workspace)).Where(field => field.About == about)];

    public static void Save(this Unit unit, CompanyField field, bool isNew)
    {
        var row = new
        {
            field.Workspace, field.Id, field.Name, field.Kind, field.About, choices = JsonSerializer.Serialize(field.Choices, Wire.Json), field.Writer, field.CanFilter, field.Place, field.RetiredAt,
            field.Version, before = field.Version - 1, unit.Now,
        };
        if (isNew)
        {
            unit.Write("""
                insert into person_field (workspace, id, name, kind, about, choices, writer, can_filter, place, retired_at, version, made_at)
                values (@Workspace, @Id, @Name, @Kind, @About, @choices, @Writer, @CanFilter, @Place, @RetiredAt, @Version, @Now)
                """, row);
            unit.ShowTo(field.Id, [new Reader(field.Workspace)]);
            return;
        }
        unit.Write("""
            update person_field set name = @Name, choices = @choices, writer = @Writer, can_filter = @CanFilter, place = @Place, retired_at = @RetiredAt, version = @Version
            where workspace = @Workspace and id = @Id and version = @before
            """, row, 1);
    }

    /// <summary>What the fields say of a person, as lists ask for it.</summary>
    internal static void KeepValues(this Unit unit, Person person, bool isNew)
    {
        if (!isNew)
            unit.ForgetValues(person.Id);
        foreach (var (field, value) in person.Fields.All)
        {
            unit.Write("insert into person_value (workspace, person, field, sought, ordered) values (@Workspace, @Id, @field, @sought, @ordered)",
                new { person.Workspace, person.Id, field, sought = FieldKinds.Sought(value), ordered = FieldKinds.Ordered(value) });
        }
    }

    internal static void ForgetValues(this Unit unit, Id person) =>
        unit.Write("delete from person_value where workspace = @Workspace and person = @person", new { unit.Workspace, person });

    private sealed record Row(
        Id Workspace, Id Id, string Name, FieldKind Kind, FieldAbout About, string Choices, FieldWriter Writer, bool CanFilter, int Place, DateTimeOffset? RetiredAt, int Version)
    {
        public CompanyField Field() => new(Workspace, Id, Name, Kind)
        {
            About = About, Choices = JsonSerializer.Deserialize<List<string>>(Choices, Wire.Json)!, Writer = Writer, CanFilter = CanFilter, Place = Place, RetiredAt = RetiredAt, Version = Version,
        };
    }
}
