using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>What is posted to the sign-in page and is no form of it is told, and is no failure of the service.</summary>
[TestFixture]
public sealed class SignInFormTests
{
    private TestService service = null!;

    [OneTimeSetUp]
    public void Start() => service = new TestService();

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [TestCase("multipart/form-data", "abc", TestName = "Multipart_without_a_boundary")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nabc", TestName = "Multipart_that_breaks_off")]
    [TestCase("application/x-www-form-urlencoded; charset=utf-7", "key=demo-board", TestName = "A_form_in_another_encoding")]
    [TestCase("application/x-www-form-urlencoded", "key=", TestName = "A_form_without_a_key")]
    [TestCase("text/plain", "key=demo-board", TestName = "No_form")]
    public async Task What_is_no_form_is_answered_with_the_page(string mediaType, string body)
    {
        var (status, text, _) = await Post(mediaType, body);
        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(text, Does.Contain("Enter your key or token"));
    }

    [Test]
    public async Task A_form_of_very_many_fields_and_a_key_of_no_character_are_refused()
    {
        var fields = string.Join('&', Enumerable.Range(0, 1100).Select(i => $"a{i}=1"));
        Assert.That((await Post("application/x-www-form-urlencoded", fields)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await Post("application/x-www-form-urlencoded", "key=%00")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task An_address_with_other_letters_is_led_back_to_in_ASCII()
    {
        var (status, _, location) = await Post(
            "application/x-www-form-urlencoded", $"key=demo-board&returnTo={Uri.EscapeDataString("/é?a=ŷ")}");
        Assert.That((status, location), Is.EqualTo((HttpStatusCode.SeeOther, "/%C3%A9?a=%C5%B7")));
    }

    private async Task<(HttpStatusCode Status, string Text, string? Location)> Post(string mediaType, string body)
    {
        using var client = service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await client.SendAsync(request);
        var location = response.Headers.TryGetValues("Location", out var values) ? values.Single() : null;
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), location);
    }
}
