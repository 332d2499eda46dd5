using GpuRisk.KernelTranslator.Types;
using Microsoft.CodeAnalysis;

namespace GpuRisk.KernelTranslator;

/// <summary>A kernel and what its type parameters stand for.</summary>
internal sealed class KernelInstance
{
    public KernelInstance(IMethodSymbol method, string name, TypeArguments types)
    {
        Method = method;
        Name = name;
        Types = types;
    }

    public IMethodSymbol Method { get; }

    /// <summary>Type.Method, with the names of type arguments other than lanes: RevaluationKernels.Options.Binary32.</summary>
    public string Name { get; }

    public string Entry => Name.Replace('.', '_');

    public TypeArguments Types { get; }
}
