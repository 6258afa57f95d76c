using System.Globalization;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Agencies;

/// <summary>
/// The commands <c>agency</c>, <c>client</c> and <c>key</c>: the administration of callers from the command line, for
/// operators who can run the program with the service's settings.
/// </summary>
public static class CallerCommands
{
    private const string Usage = """
        agency add <code> <sector> <name>
        agency list
        client add <name> --permissions <one,two> [--agencies <CODE,CODE>] [--key]
        client list
        client end <client id>
        key create <client id> [--days <how long it lasts>]
        key rotate <client id> [--days <how long it lasts>] [--grace-days <how long the others stay; 7 if left out>]
        key revoke <key id>
        """;

    private const int DefaultGraceDays = 7;

    /// <summary>True where the arguments are one of these commands.</summary>
    public static bool CanHandle(string[] arguments) => arguments is ["agency" or "client" or "key", ..];

    /// <summary>Runs a command.</summary>
    /// <param name="services">The service's dependency injection container.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="cancel">Cancels the command.</param>
    /// <returns>The exit code: 0, or 1 where nothing was changed, with the reason on the error stream.</returns>
    public static async Task<int> Run(IServiceProvider services, string[] arguments, CancellationToken cancel)
    {
        var typed = CommandLineArguments.Parse(arguments, ["--permissions", "--agencies", "--days", "--grace-days"], ["--key"]);
        var (database, time) = (services.GetRequiredService<Database>(), services.GetRequiredService<TimeProvider>());
        try
        {
            var said = typed?.Positional switch
            {
                ["agency", "add", var code, var sector, .. var name] =>
                    await AddAgency(services.GetRequiredService<AgencyStore>(), time, code, sector, string.Join(' ', name), cancel),
                ["agency", "list"] => await ListAgencies(database, cancel),
                ["client", "add", .. var name] => await AddClient(database, time, typed, string.Join(' ', name), cancel),
                ["client", "list"] => await ListClients(database, time, cancel),
                ["client", "end", var id] => await EndClient(database, time, id, cancel),
                ["key", "create", var id] => await AddKey(database, time, typed, id, null, cancel),
                ["key", "rotate", var id] =>
                    await AddKey(
                        database, time, typed, id,
                        ParseNumber(typed, "--grace-days", DefaultGraceDays, 0, ApiKeyLifetime.MostGraceDays), cancel),
                ["key", "revoke", var id] => await Revoke(database, time, id, cancel),
                _ => throw new RefusedException(Usage),
            };
            await Console.Out.WriteLineAsync(said);
            return 0;
        }
        catch (Exception fault) when (fault is RefusedException or DatabaseUnavailableException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static async Task<string> ListAgencies(Database database, CancellationToken cancel)
    {
        var agencies = await database.Read(AgencyStore.List, cancel);
        return string.Join('\n', agencies.Select(agency => $"{agency.Code}\t{agency.Sector}\t{agency.Name}"));
    }

    private static async Task<string> ListClients(Database database, TimeProvider time, CancellationToken cancel)
    {
        var clients = await database.Read(reading => ClientStore.List(reading), cancel);
        return string.Join('\n', clients.Select(client => DescribeClient(client, time.GetUtcNow())));
    }

    private static async Task<string> AddAgency(
        AgencyStore agencies, TimeProvider time, string code, string sector, string name, CancellationToken cancel)
    {
        ThrowIfInvalid(new AgencySetting(name, sector).Validate(code));
        var (before, _) = await agencies.Set(
            new Agency { Code = code, Name = name.Trim(), Sector = sector }, CreateAuditEntry(code, time), cancel);
        if (before is not null && before.Sector != sector)
            throw new RefusedException($"{code} belongs to {before.Sector}, which cannot be changed.");
        return before is null ? "added" : "named";
    }

    private static async Task<string> AddClient(
        Database database, TimeProvider time, CommandLineArguments typed, string name, CancellationToken cancel)
    {
        var setting = new ClientSetting(name, typed.GetList("--permissions"), typed.GetList("--agencies"));
        var id = Guid.CreateVersion7().ToString();
        await database.Write(GetScope(id, time), async work =>
        {
            ThrowIfInvalid(setting.Validate(await AgencyStore.List(work)));
            await ClientStore.Add(
                work, id, name.Trim(), setting.Permissions!.Distinct()!, setting.Agencies!.Distinct()!, Instant.Now(time), by: null);
            await work.Commit();
            return true;
        }, cancel);
        return $"client {id}" + (typed.HasOption("--key") ? "\n" + await AddKey(database, time, typed, id, null, cancel) : "");
    }

    private static async Task<string> AddKey(
        Database database, TimeProvider time, CommandLineArguments typed, string id, int? graceDays, CancellationToken cancel)
    {
        var (keyId, at) = (Guid.CreateVersion7(), Instant.Now(time));
        var ends = ApiKeyLifetime.GetExpiry(
            London.DayOf(at).AddDays(ParseNumber(typed, "--days", ApiKeyLifetime.Days, 1, ApiKeyLifetime.MostDays)), at)!.Value;
        var key = new NewKey(keyId.ToString(), id, ApiKeyFormat.Generate(keyId), ends);
        await database.Write(GetScope(id, time), async work =>
        {
            if (await ClientStore.Find(work, id) is not { EndedAt: null }) throw new RefusedException("No client that stands has this id.");
            if (!await KeyStore.Add(work, key, at, by: null, graceDays is { } days ? at.AddDays(days) : null))
                throw new RefusedException($"The client has {KeyStore.MostLive} live keys: revoke one, or rotate with --grace-days 0.");
            return true;
        }, cancel);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"key id {key.KeyId}\nkey {key.Key}\nexpires {ends.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\nThe key is not shown again.");
    }

    private static async Task<string> Revoke(Database database, TimeProvider time, string keyId, CancellationToken cancel) =>
        await database.Write(GetScope(keyId, time), async work =>
    {
        if ((await KeyStore.ListByClient(work, null)).SelectMany(keys => keys).All(key => key.KeyId != keyId))
            throw new RefusedException("No key has this id.");
        await KeyStore.Revoke(work, keyId, Instant.Now(time), by: null);
        await work.Commit();
        return "revoked";
    }, cancel);

    private static async Task<string> EndClient(Database database, TimeProvider time, string id, CancellationToken cancel) =>
        await database.Write(GetScope(id, time), work => ClientStore.Deactivate(work, id, Instant.Now(time), by: null), cancel) is null
            ? throw new RefusedException("No client has this id.")
            : "ended";

    // A command is audited as the same act over HTTP is, without a key and an address.
    private static WriteScope GetScope(string subject, TimeProvider time) =>
        WriteScope.ForSettings(WriteLocks.Clients, CreateAuditEntry(subject, time));

    private static AuditEntry CreateAuditEntry(string subject, TimeProvider time) =>
        AuditEntry.ForService(AuditAction.CallersChanged, subject, Instant.Now(time));

    private static string DescribeClient(Client client, DateTimeOffset now)
    {
        var agencies = client.Agencies is [] ? "the partnership" : string.Join(',', client.Agencies);
        var keys = client.EndedAt is not null
            ? "ended"
            : string.Join(' ', client.Keys.Where(key => key.IsLive(now)).Select(key => key.KeyId));
        return $"{client.ClientId}\t{client.Name}\t{string.Join(',', client.Permissions)}\t{agencies}\t{keys}";
    }

    private static int ParseNumber(CommandLineArguments typed, string option, int otherwise, int least, int most) =>
        typed.GetValue(option) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new RefusedException($"{option} is a whole number from {least} to {most}.");

    private static void ThrowIfInvalid(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0) throw new RefusedException(string.Join('\n', faults));
    }

    private sealed class RefusedException(string message) : Exception(message);
}
