using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GpuRisk.LaneGenerator;

/// <summary>Writes the lane types of every width from one description: <see cref="RealText"/> and <see cref="WordText"/>.</summary>
[Generator]
public sealed class LaneGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterPostInitializationOutput(static output =>
        {
            foreach (LaneShape shape in LaneShape.All)
            {
                output.AddSource(shape.Real + ".g.cs", SourceText.From(RealText.Of(shape), Encoding.UTF8));
                output.AddSource(shape.Word + ".g.cs", SourceText.From(WordText.Of(shape), Encoding.UTF8));
            }
        });
}
