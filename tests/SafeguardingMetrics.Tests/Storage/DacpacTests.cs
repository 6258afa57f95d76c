using System.IO.Packaging;
using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

[TestFixture]
public sealed class DacpacTests
{
    /// <summary>Also the command that makes it: <c>dotnet test --filter Name=Build_the_dacpac</c>.</summary>
    [Test]
    public void Build_the_dacpac()
    {
        var file = Path.Combine(Snapshot.Root, "artifacts", "SafeguardingMetrics.dacpac");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Build(file);

        using var built = new TSqlModel(file);
        var expected = TSql.Definitions(SchemaScript.Text).Count(text => !text.StartsWith("CREATE INDEX", StringComparison.Ordinal));
        Assert.That(built.GetObjects(DacQueryScopes.UserDefined, ModelSchema.Table, ModelSchema.View).Count(), Is.EqualTo(expected));
        Assert.That(built.GetObjects(DacQueryScopes.UserDefined, ModelSchema.View).Select(view => view.Name.Parts[^1]),
            Is.EquivalentTo(SafeguardingMetrics.Storage.Schema.Views.Select(view => Path.GetFileNameWithoutExtension(view.Name))));
        using var package = DacPackage.Load(file);
        using var after = new StreamReader(package.PostDeploymentScript);
        Assert.That(after.ReadToEnd(), Is.EqualTo(SchemaScript.AfterDeployment));
    }

    private static void Build(string file)
    {
        using (var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions { Collation = "Latin1_General_100_BIN2" }))
        {
            foreach (var definition in TSql.Definitions(SchemaScript.Text)) model.AddObjects(definition);
            DacPackageExtensions.BuildPackage(file, model, new PackageMetadata { Name = "SafeguardingMetrics", Version = "1.0.0.0" });
        }

        // BuildPackage takes no script; a package is a zip that holds one under this name.
        using var package = Package.Open(file, FileMode.Open, FileAccess.ReadWrite);
        using var part = new StreamWriter(package.CreatePart(new Uri("/postdeploy.sql", UriKind.Relative), "text/plain").GetStream());
        part.Write(SchemaScript.AfterDeployment);
    }
}
