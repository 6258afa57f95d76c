using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Identity;

/// <summary>A reader of protected figures does not read the records behind them by another way.</summary>
[TestFixture]
public sealed class PermissionTests
{
    private static readonly string[] Pair = [Permission.ReadFigures, Permission.ReadReturns];

    [Test]
    public async Task No_client_reads_returns_beside_protected_figures()
    {
        await using var service = new TestService();
        var answer = await service.PostJson("/v1/clients", new JsonObject
        {
            ["name"] = "A board that looks behind its figures",
            ["permissions"] = new JsonArray([.. Pair.Select(one => (JsonNode)one)]),
        }.ToJsonString(), "demo-admin");
        Assert.That(answer.Problem, Is.EqualTo("invalid-client"), answer.Text);
        Assert.That(answer.Text, Does.Contain("read-full-figures").And.Contain("two clients"));
        Assert.That(await service.AddClient([.. Pair, Permission.ReadFullFigures]), Is.Not.Empty);
        Assert.That(await service.AddClient([Permission.ReadReturns, Permission.ReadDataQuality]), Is.Not.Empty);
    }

    [Test]
    public async Task A_client_of_an_earlier_version_that_has_both_reads_figures_only()
    {
        await using var service = new TestService();
        var id = await service.AddClient([Permission.ReadFigures]);
        var (_, key) = await service.AddKey(id);
        await using (var connection = new SqliteConnection(service.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE Client SET Permissions = 'read-figures read-returns' WHERE ClientId = $id";
            command.Parameters.AddWithValue("$id", id);
            Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1));
        }

        Assert.That((await service.Get("/v1/releases", key)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await service.Get("/v1/returns", key)).Problem, Is.EqualTo("not-permitted"));
    }

    [Test]
    public void What_allows_nothing_is_known()
    {
        Assert.That(Permission.LackFullFigures(Pair), Is.True);
        Assert.That(Permission.LackFullFigures([Permission.ReadCases]), Is.True);
        Assert.That(Permission.LackFullFigures([.. Pair, Permission.ReadCases, Permission.ReadFullFigures]), Is.False);
        Assert.That(Permission.LackFullFigures([Permission.ReadReturns]), Is.False);
    }
}
