using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Agencies;

/// <summary>The administration of clients and their keys.</summary>
public static class ClientEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapClients(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/clients").WithTags("Agencies and keys").RequireAuthorization(Permission.Administer);
        group.MapGet("", List).WithName("listClients");
        group.MapPost("", Add).WithName("addClient").CreatesAt("/v1/clients/{id}").Audited(AuditAction.CallersChanged)
            .Problems(ProblemCatalogue.OfJsonBodies).Problems(ProblemCatalogue.InvalidClient);

        var client = group.MapGroup("/{id}").Problems(ProblemCatalogue.UnknownClient);
        client.MapGet("", Get).WithName("getClient");
        client.MapDelete("", Deactivate).WithName("endClient").Audited(AuditAction.CallersChanged);
        client.MapPost("/keys", AddKey).WithName("addKey").CreatesAt("/v1/clients/{id}").Audited(AuditAction.CallersChanged)
            .Problems(ProblemCatalogue.OfJsonBodies).Problems(ProblemCatalogue.TooManyKeys, ProblemCatalogue.InvalidClient);
        client.MapDelete("/keys/{keyId}", Revoke).WithName("revokeKey").Audited(AuditAction.CallersChanged);
    }

    /// <summary>List the clients</summary>
    /// <remarks>
    /// Clients with the ids of their keys, never the keys themselves; ended clients too. Ordered by name.
    /// </remarks>
    /// <response code="200">The clients.</response>
    public static async Task<Ok<IReadOnlyList<Client>>> List(HttpContext http, Database database) =>
        TypedResults.Ok(await database.Read(reading => ClientStore.List(reading), http.RequestAborted));

    /// <summary>Get a client</summary>
    /// <remarks>Also a client that has ended.</remarks>
    /// <param name="id">The client's id.</param>
    /// <response code="200">The client.</response>
    public static async Task<Results<Ok<Client>, ProblemHttpResult>> Get(string id, HttpContext http, Database database) =>
        await database.Read(reading => ClientStore.Find(reading, id), http.RequestAborted) is { } client
            ? TypedResults.Ok(client)
            : Unknown;

    /// <summary>Add a client</summary>
    /// <remarks>
    /// A client is an agency's job, a vendor's system or a board's tool. It can do nothing until it has a key: <c>POST
    /// /v1/clients/{id}/keys</c>. Its permissions cannot be changed: end the client and add another.
    /// </remarks>
    /// <response code="201">The client.</response>
    public static async Task<Results<Created<Client>, ProblemHttpResult>> Add(ClientSetting setting, [AsParameters] AuditedRequest request)
    {
        var (id, at, by) = (Guid.CreateVersion7().ToString(), request.GetNow(), request.GetKeyId());
        return await request.WriteSettings<Results<Created<Client>, ProblemHttpResult>>(WriteLocks.Clients, async work =>
        {
            if (setting.Validate(await AgencyStore.List(work)) is [_, ..] faults)
                return ProblemCatalogue.InvalidClient.ToResult(string.Join(' ', faults));
            await ClientStore.Add(work, id, setting.Name!.Trim(), setting.Permissions!, (setting.Agencies ?? []).Distinct()!, at, by);
            var client = await ClientStore.Find(work, id);
            await work.Commit();
            return TypedResults.Created($"/v1/clients/{id}", client);
        });
    }

    /// <summary>End a client</summary>
    /// <remarks>
    /// The client's keys, and tokens made with them, are refused from now on. The client stays in the list.
    /// </remarks>
    /// <param name="id">The client's id.</param>
    /// <response code="200">The client, with the instant at which it ended.</response>
    public static async Task<Results<Ok<Client>, ProblemHttpResult>> Deactivate(string id, [AsParameters] AuditedRequest request)
    {
        var (at, by) = (request.GetNow(), request.GetKeyId());
        return await request.WriteSettings(WriteLocks.Clients, work => ClientStore.Deactivate(work, id, at, by)) is { } client
            ? TypedResults.Ok(client)
            : Unknown;
    }

    /// <summary>Create a key</summary>
    /// <remarks>
    /// The key is shown in this response only: the service stores its SHA-256. A client has at most two live keys. To
    /// rotate, create the new key with <c>graceDays</c>, install it, and check <c>lastUsedAt</c> that the old key is no
    /// longer used; the old key ends by itself.
    /// </remarks>
    /// <param name="id">The client's id.</param>
    /// <response code="201">The key.</response>
    public static async Task<Results<Created<NewKey>, ProblemHttpResult>> AddKey(
        string id, KeySetting setting, [AsParameters] AuditedRequest request)
    {
        var (keyId, at, by) = (Guid.CreateVersion7(), request.GetNow(), request.GetKeyId());
        if (!QueryParameters.TryParseDay(setting.ExpiresOn, out var lastDay) || ApiKeyLifetime.GetExpiry(lastDay, at) is not { } ends
            || setting.GraceDays is < 0 or > ApiKeyLifetime.MostGraceDays)
            return ProblemCatalogue.InvalidClient.ToResult(ApiKeyLifetime.Description);

        var key = new NewKey(keyId.ToString(), id, ApiKeyFormat.Generate(keyId), ends);
        return await request.WriteSettings<Results<Created<NewKey>, ProblemHttpResult>>(WriteLocks.Clients, async work =>
        {
            if (await ClientStore.Find(work, id) is not { EndedAt: null }) return Unknown;
            var othersEnd = setting.GraceDays is { } days ? at.AddDays(days) : (DateTimeOffset?)null;
            if (!await KeyStore.Add(work, key, at, by, othersEnd))
                return ProblemCatalogue.TooManyKeys.ToResult("Revoke one, or end the others with graceDays 0.");
            request.Http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Created($"/v1/clients/{id}", key);
        });
    }

    /// <summary>Revoke a key</summary>
    /// <remarks>The key, and tokens made with it, are refused from now on. Revoking it again changes nothing.</remarks>
    /// <param name="id">The client's id.</param>
    /// <param name="keyId">The key's id.</param>
    /// <response code="200">The client, with the instant at which the key was revoked.</response>
    public static async Task<Results<Ok<Client>, ProblemHttpResult>> Revoke(string id, string keyId, [AsParameters] AuditedRequest request)
    {
        var (at, by) = (request.GetNow(), request.GetKeyId());
        return await request.WriteSettings<Results<Ok<Client>, ProblemHttpResult>>(WriteLocks.Clients, async work =>
        {
            if (await ClientStore.Find(work, id) is not { } client || client.Keys.All(key => key.KeyId != keyId))
                return ProblemCatalogue.UnknownClient.ToResult("No client has this id and this key.");
            await KeyStore.Revoke(work, keyId, at, by);
            var revoked = await ClientStore.Find(work, id);
            await work.Commit();
            return TypedResults.Ok(revoked);
        });
    }

    private static ProblemHttpResult Unknown => ProblemCatalogue.UnknownClient.ToResult("No client that stands has this id.");
}
