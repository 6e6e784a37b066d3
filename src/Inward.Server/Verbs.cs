using System.CommandLine;
using System.CommandLine.Help;
using Inward.House;
using Inward.People;
using Inward.Server.Accounts;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server;

/// <summary>What the operator types. Exit 0 done, 1 refused by a rule, 2 wrong use, 3 cannot reach or store.</summary>
public static class Verbs
{
    private static readonly Option<string> Data = new("--data") { Description = "The folder that keeps the records (SQLite)", DefaultValueFactory = _ => "./data", Recursive = true };
    private static readonly Option<string?> Database = new("--database") { Description = "A PostgreSQL connection string, instead of --data", Recursive = true };
    private static readonly Option<string> Urls = new("--urls") { Description = "Where to listen", DefaultValueFactory = _ => "http://127.0.0.1:5180" };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Load the example company into an empty store" };

    public static async Task<int> Run(string[] args)
    {
        var parsed = Root().Parse(args);
        return parsed.Errors.Count > 0 ? WrongUse(parsed)
            // The server itself says when it has stopped: without this, running requests would be cut off two seconds after SIGTERM.
            : await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    internal static Command Root()
    {
        var root = new Command("inward", "Inward: the sale every company makes inside.") { Data, Database, Urls, Demo, new HelpOption(), new VersionOption() };
        root.SetAction((said, stop) => Guarded(() => Serve(said)));
        var serve = new Command("serve", "Serve pages and API (this is what happens without a verb)") { Urls, Demo };
        serve.SetAction((said, stop) => Guarded(() => Serve(said)));
        root.Add(serve);
        root.Add(Init());
        root.Add(Simple("migrate", "Bring the store up to this version", Migrate));
        root.Add(Token());
        root.Add(Audit());
        root.Add(Erase());
        foreach (var verb in StoreVerbs.All())
            root.Add(verb);
        root.Add(Imports.ImportVerb.Make((said, work) => Guarded(() => WithStore(said, work))));
        return root;
    }

    private static async Task<int> Serve(ParseResult said)
    {
        await Program.Serve(SettingsOf(said));
        return 0;
    }

    private static Command Init()
    {
        var workspace = new Option<string>("--workspace") { Description = "What the company is called", Required = true };
        var admin = new Option<string>("--admin") { Description = "The administrator's e-mail address", Required = true };
        var password = new Option<string?>("--password") { Description = "Their password; made and printed when left out" };
        var verb = new Command("init", "Do the first run without a browser") { workspace, admin, password };
        verb.SetAction((said, stop) => Guarded(() => WithStore(said, async store =>
        {
            await Migrator.Migrate(store);
            var now = TimeProvider.System.GetUtcNow();
            var secret = said.GetValue(password) ?? Keys.NewSecret("first")[6..26];
            var company = new Workspace(Id.New(now), said.GetValue(workspace)!, "en", "Europe/Berlin");
            var email = said.GetValue(admin)!;
            await store.Write(new Act(company.Id, null, now, "cli"), async unit =>
            {
                if (await unit.Count("select count(*) from workspace where name = @Name", new { company.Name }) > 0)
                    throw Rule.NotNow(new Sentence("There is a workspace called {0} already.", company.Name));
                await unit.Found(company, new Person(company.Id, Id.New(now), email.Split('@')[0]) { Email = email }, secret);
            });
            Console.WriteLine($"{company.Name} is ready. Sign in as {email} with the password {secret}");
            return 0;
        })));
        return verb;
    }

    private static Command Token()
    {
        var person = new Option<string>("--person") { Description = "Whose token: an e-mail address, user name, key or id", Required = true };
        var scopes = new Option<string>("--scopes") { Description = "What it may do: read, write, or both", DefaultValueFactory = _ => "read write" };
        var name = new Option<string>("--name") { Description = "What the person knows it by", DefaultValueFactory = _ => "Made by an operator" };
        var days = new Option<int?>("--days") { Description = "How many days it lasts; until revoked when left out" };
        var workspace = new Option<string?>("--workspace") { Description = "Which company, by name or id, when there are several" };
        var create = new Command("create", "Make a token and print it alone; its person is told") { person, scopes, name, days, workspace };
        create.SetAction((said, stop) => Guarded(() => WithStore(said, async store =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var owner = await store.Read(session => session.PersonAnywhere(said.GetValue(person)!, said.GetValue(workspace)));
            var terms = new TokenTerms(said.GetValue(name)!, said.GetValue(scopes)!.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries),
                said.GetValue(days) is { } last ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(last) : null);
            var made = await store.Write(new Act(owner.Workspace, null, now, "cli"), unit => TokenDesk.MakeFor(unit, owner.Person, terms));
            Console.WriteLine(made.Secret);
            return 0;
        })));
        return new Command("token", "Tokens for programs") { create };
    }

    private static Command Erase()
    {
        var person = new Argument<string>("PERSON") { Description = "Who has left: an e-mail address, user name, key or id" };
        var name = new Option<string>("--name") { Description = "The whole name, to confirm", Required = true };
        var workspace = new Option<string?>("--workspace") { Description = "Which company, by name or id, when there are several" };
        var erase = new Command("erase", "Erase for good what is known of somebody who has left") { person, name, workspace };
        erase.SetAction((said, stop) => Guarded(() => WithStore(said, async store =>
        {
            var who = await store.Read(session => session.PersonAnywhere(said.GetValue(person)!, said.GetValue(workspace)));
            await store.Write(new Act(who.Workspace, null, TimeProvider.System.GetUtcNow(), "cli"), unit => ErasureDesk.Erase(unit, who.Person, said.GetValue(name)));
            await TidyJob.Tidy(store);
            Console.WriteLine($"What was known of {who.Person} is erased. Backups made before still hold it; `inward restore` erases it there again.");
            return 0;
        })));
        return erase;
    }

    private static async Task<int> Migrate(Store store)
    {
        var steps = await Migrator.Migrate(store);
        Console.WriteLine(steps.Count == 0 ? $"Nothing to do: the schema is at {Migrator.Newest}." : $"Done: {string.Join(", ", steps)}.");
        return 0;
    }

    private static Command Audit()
    {
        var audit = new Command("audit", "The audit chain");
        audit.Add(Simple("verify", "Recompute every hash and say what was changed", async store =>
        {
            var clean = true;
            foreach (var workspace in await store.Read(session => session.Workspaces()))
            {
                while (await Storage.Audit.Seal(store, workspace))
                {
                }
                var verdict = await Storage.Audit.Verify(store, workspace);
                Console.WriteLine($"{workspace}: {verdict.Happenings} happenings in {verdict.Blocks} blocks, {verdict.Unsealed} unsealed, {verdict.Faults.Count} faults.");
                foreach (var fault in verdict.Faults)
                    Console.WriteLine($"  {fault}");
                clean &= verdict.Faults.Count == 0;
            }
            return clean ? 0 : 1;
        }));
        return audit;
    }

    private static Command Simple(string name, string description, Func<Store, Task<int>> work)
    {
        var verb = new Command(name, description);
        verb.SetAction((said, stop) => Guarded(() => WithStore(said, work, mustExist: name == "verify")));
        return verb;
    }

    private static Settings SettingsOf(ParseResult said) =>
        new(Path.GetFullPath(said.GetValue(Data)!), said.GetValue(Database), said.GetValue(Urls) ?? "http://127.0.0.1:5180", said.GetValue(Demo));

    /// <param name="mustExist">A verb that reads does not make a store first.</param>
    internal static async Task<int> WithStore(ParseResult said, Func<Store, Task<int>> work, bool mustExist = false)
    {
        var settings = SettingsOf(said);
        if (mustExist && settings.Database is null && !File.Exists(Path.Combine(settings.Data!, "inward.db")))
            throw new InvalidOperationException($"There is no store in {settings.Data}. `--data` says where it is.");
        await using var store = settings.Open(new Bell(), TimeProvider.System);
        return await work(store);
    }

    internal static async Task<int> Guarded(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (BrokenRule rule)
        {
            var t = House.Words.Tongue.OfTerminal();
            await Console.Error.WriteLineAsync(rule.Fields.Count > 1 ? string.Join('\n', rule.Fields.Select(f => t[f.Sentence])) : t[rule.Sentence]);
            return 1;
        }
        catch (ArgumentException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
        catch (Exception failure) when (failure is StoreRefused or InvalidOperationException or IOException or System.Data.Common.DbException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 3;
        }
    }

    private static int WrongUse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("`inward help` names the verbs.");
        return 2;
    }
}
