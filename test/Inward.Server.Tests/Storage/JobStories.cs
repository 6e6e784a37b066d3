using System.Collections.Concurrent;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inward.Server.Tests.Storage;

/// <summary>What is to be done later is done: outside at least once, inside exactly once, also when a node dies over it.</summary>
public abstract class JobStories(Engine engine) : IAsyncLifetime
{
    private readonly HouseClock clock = new();
    private Settings place = null!;
    private Store store = null!;

    public async ValueTask InitializeAsync()
    {
        place = await Place.New(engine);
        store = place.Open(new Bell(), clock);
    }

    [Fact]
    public async Task A_job_waits_for_its_time_and_is_done_once()
    {
        var mail = new Mail();
        var node = Node(mail);
        await Later("mail", TimeSpan.FromHours(1));
        (await node.DoWhatIsDue()).ShouldBe(0);
        clock.MoveOn(TimeSpan.FromHours(1));
        (await node.DoWhatIsDue()).ShouldBe(1);
        (await node.DoWhatIsDue()).ShouldBe(0);
        mail.Sent.Count.ShouldBe(1);
        (await Written()).ShouldBe(1);
    }

    [Fact]
    public async Task Two_nodes_share_the_work_and_do_nothing_twice()
    {
        var mail = new Mail();
        for (var i = 0; i < 90; i++)
            await Later("mail", TimeSpan.Zero);
        await using var other = place.Open(new Bell(), clock);
        var done = await Task.WhenAll(Node(mail).DoWhatIsDue(), Node(mail, other).DoWhatIsDue());
        done.Sum().ShouldBe(90);
        mail.Sent.Distinct().Count().ShouldBe(90);
        mail.Sent.Count.ShouldBe(90);
        (await Written()).ShouldBe(90);
    }

    [Fact]
    public async Task What_a_dead_node_had_taken_comes_back()
    {
        var (slow, mail) = (new Mail { Held = new TaskCompletionSource() }, new Mail());
        await Later("mail", TimeSpan.Zero);
        var dead = Node(slow).DoWhatIsDue();
        await slow.Begun.Task;
        (await Node(mail).DoWhatIsDue()).ShouldBe(0);
        clock.MoveOn(TimeSpan.FromMinutes(3));
        (await Node(mail).DoWhatIsDue()).ShouldBe(1);
        // It was not dead but slow: its mail goes out twice, under one name; inside, nothing happens twice.
        slow.Held.SetResult();
        (await dead).ShouldBe(0);
        slow.Sent.ShouldBe(mail.Sent);
        (await Written()).ShouldBe(1);
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_later_and_later()
    {
        var mail = new Mail { Failures = 3 };
        var node = Node(mail);
        await Later("mail", TimeSpan.Zero);
        foreach (var pause in new[] { 1, 2, 4 })
        {
            (await node.DoWhatIsDue()).ShouldBe(0);
            clock.MoveOn(TimeSpan.FromMinutes(pause) - TimeSpan.FromSeconds(20));
            (await node.DoWhatIsDue()).ShouldBe(0);
            (await store.Read(s => s.One<string>("select failed from job"))).ShouldBe("The mail server sleeps.");
            clock.MoveOn(TimeSpan.FromSeconds(21));
        }
        (await node.DoWhatIsDue()).ShouldBe(1);
        mail.Tries.ShouldBe(4);
        (await Written()).ShouldBe(1);
    }

    [Fact]
    public async Task What_happens_inside_happens_with_the_end_of_the_job_or_not_at_all()
    {
        var mail = new Mail { FailsInside = _ => true };
        await Later("mail", TimeSpan.Zero);
        (await Node(mail).DoWhatIsDue()).ShouldBe(0);
        (await Written()).ShouldBe(0);
        (await store.Read(s => s.Count("select count(*) from job"))).ShouldBe(1);
    }

    [Fact]
    public async Task One_that_cannot_be_finished_does_not_hold_up_those_it_was_taken_with()
    {
        for (var i = 0; i < 3; i++)
            await Later("mail", TimeSpan.Zero);
        var mail = new Mail();
        mail.FailsInside = job => job == mail.Sent.Last();
        (await Node(mail).DoWhatIsDue()).ShouldBe(2);
        (await Written()).ShouldBe(2);
        (await store.Read(s => s.All<string>("select failed from job"))).ShouldBe(["It broke."]);
    }

    [Fact]
    public async Task A_node_that_stops_gives_back_what_it_has_not_finished()
    {
        var (slow, mail, stop) = (new Mail { Held = new TaskCompletionSource() }, new Mail(), new CancellationTokenSource());
        await Later("mail", TimeSpan.Zero);
        var stopping = Node(slow).DoWhatIsDue(stop.Token);
        await slow.Begun.Task;
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => stopping);
        (await Node(mail).DoWhatIsDue()).ShouldBe(1);
    }

    [Fact]
    public async Task A_job_of_a_kind_that_only_the_next_release_knows_waits_for_it()
    {
        await Later("letter", TimeSpan.Zero);
        (await Node(new Mail()).DoWhatIsDue()).ShouldBe(0);
        (await store.Read(s => s.Count("select tries from job"))).ShouldBe(0);
    }

    [Fact]
    public async Task A_silent_workspace_does_nothing_by_itself()
    {
        var mail = new Mail();
        await Later("mail", TimeSpan.Zero);
        await Silence(true);
        (await Node(mail).DoWhatIsDue()).ShouldBe(0);
        await Silence(false);
        (await Node(mail).DoWhatIsDue()).ShouldBe(1);
        mail.Sent.Count.ShouldBe(1);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return store?.DisposeAsync() ?? default;
    }

    private Jobs Node(Mail mail, Store? at = null) => new(at ?? store, [mail], clock, NullLogger<Jobs>.Instance);

    private Task Later(string kind, TimeSpan wait) => store.Write(store.System(Cast.Osterfenn), unit =>
    {
        unit.DoLater(kind, Cast.Warehouse, new { }, unit.Now + wait);
        return Task.CompletedTask;
    });

    private Task Silence(bool silent) => store.Write(store.System(Cast.Osterfenn), unit =>
    {
        unit.Write("update workspace set silent = @silent where id = @Osterfenn", new { silent, Cast.Osterfenn }, 1);
        return Task.CompletedTask;
    });

    private Task<long> Written() => store.Read(s => s.Count("select count(*) from happening where kind = 'mail.sent'"));

    private sealed class Mail : IJobKind
    {
        public ConcurrentQueue<Id> Sent { get; } = new();

        public TaskCompletionSource? Held { get; init; }

        public TaskCompletionSource Begun { get; } = new();

        public int Failures { get; init; }

        public Func<Id, bool> FailsInside { get; set; } = _ => false;

        public int Tries { get; private set; }

        public string Kind => "mail";

        public async Task Outside(Job job, CancellationToken stop)
        {
            Tries++;
            Begun.TrySetResult();
            if (Held is not null)
                await Held.Task.WaitAsync(stop);
            if (Tries <= Failures)
                throw new IOException("The mail server sleeps.");
            Sent.Enqueue(job.Id);
        }

        public Task Inside(Job job, Unit unit)
        {
            unit.Append("mail.sent", job.OnId!.Value, new { });
            return FailsInside(job.Id) ? throw new InvalidOperationException("It broke.") : Task.CompletedTask;
        }
    }
}

public sealed class JobsOnSqlite() : JobStories(Engine.Sqlite);

public sealed class JobsOnPostgres() : JobStories(Engine.Postgres);
