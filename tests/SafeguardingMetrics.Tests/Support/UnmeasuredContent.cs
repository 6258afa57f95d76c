using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>A body that does not say how long it is.</summary>
internal sealed class UnmeasuredContent : HttpContent
{
    private readonly byte[] bytes;

    public UnmeasuredContent(string text, string mediaType)
    {
        bytes = Encoding.UTF8.GetBytes(text);
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes, 0, bytes.Length);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
